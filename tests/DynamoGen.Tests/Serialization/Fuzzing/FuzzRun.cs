using System.Diagnostics;
using System.Text;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>Runs cases on several threads, and notices when one of them does not come to an end.</summary>
internal sealed class FuzzRun(long cases)
{
    private const int Workers = 2;
    private const int LongestShown = 3000;

    /// <summary>What one case may take of the processor, which a case of milliseconds never does however busy the machine is.</summary>
    private static readonly TimeSpan Stalled = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly long[,] _outcomes = new long[Workers, Enum.GetValues<Outcome>().Length];
    private readonly long[] _current = new long[Workers];

    /// <summary>How many cases ended in an outcome.</summary>
    public long this[Outcome outcome] => Enumerable.Range(0, Workers).Sum(worker => _outcomes[worker, (int)outcome]);

    public async Task RunAsync()
    {
        using var failed = new CancellationTokenSource();
        var running = Task.WhenAll(Enumerable.Range(0, Workers)
            .Select(worker => Task.Factory.StartNew(() => Work(worker, failed), TaskCreationOptions.LongRunning)));
        var last = Enumerable.Repeat((Case: -1L, Since: TimeSpan.Zero), Workers).ToArray();
        while (await Task.WhenAny(running, Task.Delay(Look, TestContext.Current.CancellationToken)) != running)
        {
            var spent = ProcessorTime();
            for (var worker = 0; worker < Workers; worker++)
            {
                var current = Interlocked.Read(ref _current[worker]);
                last[worker] = current == last[worker].Case ? last[worker] : (current, spent);
                Assert.True(current >= cases || spent - last[worker].Since < Stalled, $"No end after {Stalled.TotalSeconds} s. {Reproduction(current)}");
            }
        }

        await running;
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    public static string Reproduction(long number) =>
        $"Case {number}; to run it alone: DYNAMOGEN_FUZZ_CASE={number} dotnet test --project tests/DynamoGen.Tests --filter-class '*ReaderFuzzTests'";

    private void Work(int worker, CancellationTokenSource failed)
    {
        for (long number = worker; number < cases && !failed.IsCancellationRequested; number += Workers)
        {
            Interlocked.Exchange(ref _current[worker], number);
            var single = new FuzzCase(number);
            try
            {
                _outcomes[worker, (int)single.Run()]++;
            }
            catch (Exception failure)
            {
                failed.Cancel();
                var shown = Encoding.UTF8.GetString(single.Json.AsSpan(0, Math.Min(single.Json.Length, LongestShown)));
                Assert.Fail($"{Reproduction(number)}\n{single.Target}: {failure}\n{shown}");
            }
        }

        Interlocked.Exchange(ref _current[worker], cases);
    }
}
