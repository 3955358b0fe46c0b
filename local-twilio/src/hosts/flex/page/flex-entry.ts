import * as Flex from '@twilio/flex-ui';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as ReactRedux from 'react-redux';
import * as Redux from 'redux';

// Plugins find Flex and its libraries under these names, as on flex.twilio.com.
Object.assign(window, { React, ReactDOM, Redux, ReactRedux, Twilio: { Flex } });
