package app.vaktplan.bootclock

import android.os.SystemClock
import android.provider.Settings
import expo.modules.kotlin.modules.Module
import expo.modules.kotlin.modules.ModuleDefinition
import java.util.UUID

/** The clock that nobody can set: it runs from the start of the phone, through sleep, and begins anew with the next. */
class BootClockModule : Module() {
  override fun definition() = ModuleDefinition {
    Name("BootClock")

    Function("elapsedMs") { SystemClock.elapsedRealtimeNanos() / 1_000_000.0 }

    Function("bootId") { bootId }
  }

  // where a phone does not count its starts, this process is the boot: safe, but blind to what was before it
  private val bootId: String by lazy {
    val resolver = appContext.reactContext?.contentResolver
    val starts = resolver?.let { Settings.Global.getInt(it, Settings.Global.BOOT_COUNT, -1) } ?: -1
    val phone = resolver?.let { Settings.Secure.getString(it, Settings.Secure.ANDROID_ID) }
    if (starts < 0 || phone == null) UUID.randomUUID().toString()
    else UUID.nameUUIDFromBytes("vaktplan $phone $starts".toByteArray()).toString()
  }
}
