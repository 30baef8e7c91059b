using System.Collections.Concurrent;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Outcomes;

/// <summary>
/// Each kind of write, of which one answer in four is lost after the server has applied it: what the caller learns is true, or an
/// <see cref="OutcomeUnknownException"/>, and nothing is applied twice. The whole form, 1,000 of each kind, runs with <c>DYNAMOGEN_LOST_ANSWERS=1000</c>.
/// </summary>
public sealed class LostWriteTests(LocalServer server) : IAsyncLifetime
{
    private static readonly int Writes =
        int.Parse(Environment.GetEnvironmentVariable("DYNAMOGEN_LOST_ANSWERS") ?? "60", CultureInfo.InvariantCulture);

    private readonly string _prefix = LocalServer.NewPrefix();
    private ServiceProvider? _services;

    private ILedgers Ledgers => _services!.GetRequiredService<ILedgers>();

    private ILockedLedgers Locked => _services!.GetRequiredService<ILockedLedgers>();

    private IPlainLedgers Plain => _services!.GetRequiredService<IPlainLedgers>();

    private INamedLedgers Named => _services!.GetRequiredService<INamedLedgers>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Ledgers>(
        static builder => builder.AddRepository<ILedgers>().AddRepository<ILockedLedgers>().AddRepository<IPlainLedgers>().AddRepository<INamedLedgers>(),
        _prefix);

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Each kind of write with the transports, and whether an unknown outcome is only possible when every attempt of a write is lost.</summary>
    public static TheoryData<string, TransportKind> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, TransportKind>();
            foreach (var name in LostWrites.All.Keys)
            {
                kinds.Add(name, TransportKind.Sdk);
                kinds.Add(name, TransportKind.Direct);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_caller_learns_of_a_write_whose_answer_was_lost_is_true(string kind, TransportKind transport)
    {
        var scenario = LostWrites.All[kind];
        using var handler = new LossyHandler(seed: kind.Length + (int)transport);
        using var lossy = new LossyConnection(server, handler, transport, _prefix);
        var real = new LedgerRepositories(Ledgers, Locked, Plain, Named);
        var unknown = 0;
        var reasons = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Writes), TestContext.Current.CancellationToken, async (number, _) =>
        {
            try
            {
                await scenario.Run(lossy.Repositories, real, $"{kind}-{number}");
            }
            catch (OutcomeUnknownException exception)
            {
                Interlocked.Increment(ref unknown);
                reasons.Enqueue(exception.InnerException?.GetType().Name ?? "answered");
            }
        });

        TestContext.Current.TestOutputHelper!.WriteLine($"{Writes} writes, {handler.Lost} lost answers, {unknown} unknown outcomes");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", reasons.CountBy(reason => reason).Select(pair => $"{pair.Value} {pair.Key}")));
        Assert.True(handler.Lost > 0);

        // Four lost answers in a row are one write in 256; where the mark, a token or the write itself proves the outcome, no other is unknown.
        Assert.True(unknown <= (scenario.Proven ? handler.Lost / 4 : handler.Lost), $"{unknown} outcomes are unknown.");
    }

    [Fact]
    public async Task Only_what_can_fail_by_its_own_effect_is_marked()
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "us-east-1" });
        await Ledgers.Put(new Ledger("p"));
        await Ledgers.Create(new Ledger("c"));
        await Locked.Create(new LockedLedger("l"));
        await Plain.Create(new PlainLedger("n") { Note = "mine" });

        Assert.Null(await MarkAsync("LEDGER#p", "LEDGER"));
        var mark = await MarkAsync("LEDGER#c", "LEDGER");
        Assert.Equal(8, mark!.B.Length);
        await Ledgers.UpdateBalance("c", 1);
        Assert.Equal(mark.B.ToArray(), (await MarkAsync("LEDGER#c", "LEDGER"))!.B.ToArray());
        await Ledgers.UpdateClosed("c");
        Assert.NotEqual(mark.B.ToArray(), (await MarkAsync("LEDGER#c", "LEDGER"))!.B.ToArray());
        Assert.NotNull((await MarkAsync("LOCKED#l", "LOCKED"))!.B);
        Assert.Equal("mine", (await MarkAsync("PLAIN#n", "PLAIN"))!.S);

        async Task<AttributeValue?> MarkAsync(string partition, string sort)
        {
            var key = new Dictionary<string, AttributeValue> { ["pk"] = new(partition), ["sk"] = new(sort) };
            return (await client.GetItemAsync($"{_prefix}ledgers", key)).Item.GetValueOrDefault("_w");
        }
    }
}
