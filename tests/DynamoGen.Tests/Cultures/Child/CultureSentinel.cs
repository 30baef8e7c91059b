using System.Globalization;

namespace DynamoGen.Tests.Cultures.Child;

/// <summary>Proves that a run is under its culture, on every kind of thread. Explicit: only <see cref="CultureRun"/> asks for it.</summary>
public sealed class CultureSentinel
{
    [Fact(Explicit = true)]
    public async Task The_culture_of_this_run_is_in_effect()
    {
        Assert.Equal(Expected(CultureRun.Expected), Observed());
        Assert.Equal(Expected(CultureRun.Expected), await Task.Run(Observed));
        Assert.Equal(Expected(CultureRun.Expected), OnThreadOfItsOwn());
        await Task.Yield();
        Assert.Equal(Expected(CultureRun.Expected), Observed());
    }

    private static (string Number, string UpperCase, string Year) Expected(string? culture) => culture switch
    {
        CultureRun.Invariant => ("12.5", "I", "2012"),
        "de-DE" => ("12,5", "I", "2012"),
        "tr-TR" => ("12,5", "\u0130", "2012"),
        "ar-SA" => ("12\u066B5", "I", "1433"),
        _ => throw new ArgumentOutOfRangeException(nameof(culture), culture, "There is no such run."),
    };

    /// <summary>What code yields that forgets to be invariant.</summary>
    private static (string Number, string UpperCase, string Year) Observed() =>
        (12.5.ToString(CultureInfo.CurrentCulture), "i".ToUpper(CultureInfo.CurrentCulture),
            new DateTime(2012, 7, 4).ToString("yyyy", CultureInfo.CurrentCulture));

    private static (string Number, string UpperCase, string Year) OnThreadOfItsOwn()
    {
        var observed = default((string, string, string));
        var thread = new Thread(() => observed = Observed());
        thread.UnsafeStart();
        thread.Join();
        return observed;
    }
}
