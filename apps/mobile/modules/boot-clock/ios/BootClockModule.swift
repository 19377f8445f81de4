import Darwin
import ExpoModulesCore

/// The clock that nobody can set: it runs from the start of the phone, through sleep, and begins anew with the next.
public final class BootClockModule: Module {
  // where the phone does not tell its boot, this process is the boot: safe, but blind to what was before it
  private lazy var currentBoot: String = Self.bootSession() ?? UUID().uuidString.lowercased()

  public func definition() -> ModuleDefinition {
    Name("BootClock")

    // unlike the uptime clocks this one goes on while the phone sleeps
    Function("elapsedMs") { () -> Double in
      Double(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW)) / 1_000_000
    }

    Function("bootId") { () -> String in
      self.currentBoot
    }
  }

  private static func bootSession() -> String? {
    var size = 0
    guard sysctlbyname("kern.bootsessionuuid", nil, &size, nil, 0) == 0, size > 1 else { return nil }
    var text = [CChar](repeating: 0, count: size)
    guard sysctlbyname("kern.bootsessionuuid", &text, &size, nil, 0) == 0 else { return nil }
    return UUID(uuidString: String(cString: text))?.uuidString.lowercased()
  }
}
