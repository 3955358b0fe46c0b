import type { SettingsStrings } from '../parking-strings';

export const SETTINGS_ZH_HANS: SettingsStrings = {
  ParkInteractionSettingsTitle: '搁置设置',
  ParkInteractionSettingsIntro: '这些设置适用于整个账户。保存之前，您会看到更改的效果。',
  ParkInteractionSettingsLoading: '正在加载设置…',
  ParkInteractionSettingsDefault: '默认值：{{value}}',
  ParkInteractionSettingsNone: '无',
  ParkInteractionSettingsIsSet: '已在此账户中设置',
  ParkInteractionSettingsReset: '恢复默认值',
  ParkInteractionSettingsResetOne: '恢复 {{name}} 的默认值',
  ParkInteractionSettingsLines: '每行一个。',
  ParkInteractionSettingsReview: '查看更改',
  ParkInteractionSettingsDiscard: '放弃更改',
  ParkInteractionSettingsReviewTitle: '将要更改的内容',
  ParkInteractionSettingsSave: '保存',
  ParkInteractionSettingsSaved: '设置已保存。各桌面在重新加载 Flex 后使用新设置。',
  ParkInteractionSettingsFailed: '操作未成功',
  ParkInteractionSettingsOthers: '他人已更改：{{names}}。',
  ParkInteractionSettingsLoadAgain: '重新加载设置',
  ParkInteractionSettingsReload: '重新加载',
  ParkInteractionSettingsChanged: '搁置设置已更改。请重新加载 Flex 以使用新设置。',
};
