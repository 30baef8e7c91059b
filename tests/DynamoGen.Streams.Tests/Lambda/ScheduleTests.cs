using System.Text;
using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Tests.Fences;
using DynamoGen.Streams.Tests.Processing;

namespace DynamoGen.Streams.Tests.Lambda;

/// <summary>
/// Random failures, time limits, instances and readers over 10,000 schedules: whatever AWS Lambda sends again, the final state is that of a sequential run.
/// </summary>
public sealed class ScheduleTests
{
    private const int Schedules = 10_000;

    /// <summary>How the function handles a batch.</summary>
    public enum Mode
    {
        /// <summary>One by one, and stop at the first failure.</summary>
        Sequential,

        /// <summary>In lanes, each instance with a fence of its own: a mistake.</summary>
        LanesWithOwnFences,

        /// <summary>In lanes, all instances with one fence.</summary>
        LanesWithOneFence,
    }

    [Theory]
    [InlineData(Mode.Sequential)]
    [InlineData(Mode.LanesWithOneFence)]
    public async Task The_final_state_is_that_of_a_sequential_run(Mode mode)
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            var run = await RunAsync(mode, seed, static answer => answer);
            Assert.True(run.IsAsSequential, $"seed {seed}: {run}");
            if (mode == Mode.LanesWithOneFence)
            {
                Assert.True(run.IsOrdered, $"seed {seed}: {run}");
            }
        }
    }

    /// <summary>An answer that names nothing, or only the last failure, loses changes; the simulation must see it.</summary>
    [Theory]
    [InlineData("""{"batchItemFailures":[]}""")]
    [InlineData("{}")]
    public async Task A_function_that_hides_its_failures_is_caught(string answer)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            if (!(await RunAsync(Mode.Sequential, seed, _ => answer)).IsAsSequential)
            {
                return;
            }
        }

        Assert.Fail("200 schedules did not tell.");
    }

    /// <summary>An instance that remembers the newer change does not repeat it behind the older one, which another instance has repeated meanwhile.</summary>
    [Fact]
    public async Task Fences_that_instances_do_not_share_are_caught()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            if (!(await RunAsync(Mode.LanesWithOwnFences, seed, static answer => answer)).IsAsSequential)
            {
                return;
            }
        }

        Assert.Fail("200 schedules did not tell.");
    }

    private static async Task<Run> RunAsync(Mode mode, int seed, Func<string, string> answered)
    {
        var random = new Random(seed);
        var run = new Run([.. Enumerable.Range(1, random.Next(5, 40)).Select(number => $"{(char)('a' + random.Next(5))}{number}")]);
        var failures = random.NextDouble() * 0.4;
        var isStopped = false;
        var handler = new ScriptedHandler { Fails = _ => !isStopped && random.NextDouble() < failures };
        handler.Works = change =>
        {
            // The time limit kills the instance: what it does from now on has no effect, and it does not answer.
            isStopped |= random.NextDouble() < 0.02;
            return isStopped ? throw new OperationCanceledException() : Task.CompletedTask;
        };
        handler.Effect = run.Apply;
        var shared = new MemoryFence();
        StreamFunction[] instances = [.. Enumerable.Range(0, 3).Select(_ => Instance(mode, handler, shared))];
        var source = new EventSource(random, async json =>
        {
            isStopped = false;
            using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
            using var reader = new StreamReader(await instances[random.Next(instances.Length)].HandleAsync(input));
            var answer = answered(await reader.ReadToEndAsync());
            return isStopped ? throw new TimeoutException() : answer;
        });
        await source.RunAsync(run.Records, random.Next(1, 4), bisects: random.Next(2) == 0);
        return run;
    }

    private static StreamFunction Instance(Mode mode, IStreamHandler handler, MemoryFence shared) => new(handler, "h", mode switch
    {
        Mode.Sequential => new() { MaxAttempts = 1 },
        Mode.LanesWithOwnFences => new() { Concurrency = 3, Fence = new MemoryFence(), MaxAttempts = 1 },
        _ => new() { Concurrency = 3, Fence = shared, MaxAttempts = 1 },
    });

    /// <summary>The effects of a run: each sets its item to the number of the change.</summary>
    private sealed class Run(string[] records)
    {
        private readonly Dictionary<string, List<int>> _effects = [];

        public string[] Records => records;

        public bool IsAsSequential => records.GroupBy(record => record[..1])
            .All(item => _effects.TryGetValue(item.Key, out var effects) && effects[^1] == item.Max(NumberOf)
                && item.All(change => effects.Contains(NumberOf(change))));

        /// <summary>Whether no item ever went back to an older change, nor saw one twice.</summary>
        public bool IsOrdered => _effects.Values.All(effects => effects.Zip(effects.Skip(1)).All(pair => pair.First < pair.Second));

        public void Apply(ScriptedChange change)
        {
            if (!_effects.TryGetValue(change.Item, out var effects))
            {
                _effects[change.Item] = effects = [];
            }

            effects.Add(change.Number);
        }

        public override string ToString() => string.Join("; ", _effects.Select(item => $"{item.Key}: {string.Join(" ", item.Value)}"));

        private static int NumberOf(string record) => int.Parse(record[1..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
