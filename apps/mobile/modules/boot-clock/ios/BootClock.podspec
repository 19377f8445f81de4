Pod::Spec.new do |s|
  s.name           = 'BootClock'
  s.version        = '1.0.0'
  s.summary        = 'The clock of the phone that nobody can set'
  s.license        = 'MIT'
  s.author         = 'Vaktplan'
  s.homepage       = 'https://vaktplan.app'
  s.platforms      = { :ios => '16.4' }
  s.source         = { git: '' }
  s.static_framework = true
  s.dependency 'ExpoModulesCore'
  s.source_files   = '**/*.swift'
  s.pod_target_xcconfig = { 'DEFINES_MODULE' => 'YES' }
end
