/** Registers `<ocean-launch-frame>`. */
import { OceanLaunchFrame } from '../launch/frame/launch-frame.js';
import { define } from '../ui/define-element.js';

define('ocean-launch-frame', OceanLaunchFrame);
