using System.Globalization;
using System.Text;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Regions;

[Table("drafts", SortKey = null)]
[Replica("eu-west-1")]
[Replica("us-east-1")]
public sealed partial class Drafts;

[Entity<Drafts>]
[Key("DRAFT#{Id}")]
public sealed partial record Draft(string Id, string Text)
{
    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }
}

[Repository<Draft>]
public partial interface IDrafts
{
    [ReadNewest]
    ValueTask<Draft?> Get(string id, CancellationToken cancellationToken = default);

    [ReadNewest(Partial = true)]
    ValueTask<Draft?> GetAny(string id);
}

/// <summary>What a read of the newest says where regions do not answer.</summary>
public sealed class NewestReadsTests : IDisposable
{
    private readonly AnsweringTransport _europe = new();
    private readonly AnsweringTransport _america = new();
    private ServiceProvider? _services;

    public void Dispose() => _services?.Dispose();

    [Fact]
    public async Task The_later_answer_is_taken()
    {
        (_europe.Answer, _america.Answer) = (Item("here", second: 2), Item("there", second: 1));
        Assert.Equal("here", (await Repository().Get("1", TestContext.Current.CancellationToken))!.Text);

        (_europe.Answer, _america.Answer) = (Item("here", second: 2), Item("there", second: 3));
        Assert.Equal("there", (await _services!.GetRequiredService<IDrafts>().Get("1", TestContext.Current.CancellationToken))!.Text);
    }

    [Fact]
    public async Task The_first_declared_region_decides_where_nothing_else_does()
    {
        (_europe.Answer, _america.Answer) = (Item("here", second: 2), Item("there", second: 2));

        Assert.Equal("here", (await Repository().Get("1", TestContext.Current.CancellationToken))!.Text);
    }

    [Fact]
    public async Task A_region_that_does_not_answer_makes_the_newest_unknown()
    {
        (_europe.Answer, _america.Failure) = (Item("here", second: 2), new HttpRequestException("No way there."));

        var problem = await Assert.ThrowsAsync<NewestUnknownException>(() => Repository().Get("1", TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(("IDrafts.Get", "us-east-1"), (problem.AccessPattern, Assert.Single(problem.Regions)));
        Assert.Same(_america.Failure, problem.InnerException);
        Assert.Equal("here", (await _services!.GetRequiredService<IDrafts>().GetAny("1"))!.Text);
    }

    [Fact]
    public async Task A_partial_answer_is_one_of_a_region_at_least()
    {
        (_europe.Failure, _america.Failure) = (new HttpRequestException("None here."), new HttpRequestException("None there."));

        var problem = await Assert.ThrowsAsync<NewestUnknownException>(() => Repository().GetAny("1").AsTask());

        Assert.Equal(["eu-west-1", "us-east-1"], problem.Regions);
    }

    [Fact]
    public async Task A_failure_of_another_kind_is_told_as_it_is()
    {
        (_europe.Answer, _america.Failure) = (Item("here", second: 2), new InvalidOperationException("A mistake."));

        Assert.Same(_america.Failure, await Assert.ThrowsAsync<InvalidOperationException>(() => Repository().GetAny("1").AsTask()));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_no_silence_of_a_region()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        (_europe.Failure, _america.Failure) = (new OperationCanceledException(source.Token), new OperationCanceledException(source.Token));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Repository().Get("1", source.Token).AsTask());
    }

    [Fact]
    public async Task Without_a_client_for_a_region_nothing_is_sent()
    {
        _europe.Answer = Item("here", second: 2);
        var drafts = Repository(hasRegion: false);

        var problem = await Assert.ThrowsAsync<NewestUnknownException>(() => drafts.Get("1", TestContext.Current.CancellationToken).AsTask());

        Assert.Equal("us-east-1", Assert.Single(problem.Regions));
        Assert.Equal(0, _europe.Requests);
        Assert.Equal("here", (await drafts.GetAny("1"))!.Text);
    }

    private IDrafts Repository(bool hasRegion = true)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(_europe);
        services.AddKeyedSingleton<ITransport>("us-east-1", _america);
        var builder = services.AddDynamoGen(options => options.Region = "eu-west-1");
        _ = hasRegion ? builder.AddRegion("us-east-1") : builder;
        builder.AddRepository<IDrafts>();
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<IDrafts>();
    }

    private static string Item(string text, int second) => string.Create(CultureInfo.InvariantCulture, $$$$"""
        {"Item":{"pk":{"S":"DRAFT#1"},"_t":{"S":"Draft"},"_v":{"N":"1"},"Id":{"S":"1"},"Text":{"S":"{{{{text}}}}"},
        "UpdatedAt":{"S":"2026-11-29T12:00:{{{{second:00}}}}.0000000Z"}}}
        """);

    private sealed class AnsweringTransport : ITransport
    {
        public string Answer { get; set; } = "{}";

        public Exception? Failure { get; set; }

        public int Requests { get; private set; }

        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
        {
            Requests++;
            Assert.Equal(DynamoOperation.GetItem, request.Operation);
            Assert.Contains("\"ConsistentRead\":true", Encoding.UTF8.GetString(request.Body.Span), StringComparison.Ordinal);
            if (Failure is not null)
            {
                throw Failure;
            }

            var rented = System.Buffers.ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(Answer));
            return new(new TransportResponse(rented, Encoding.UTF8.GetBytes(Answer, rented)));
        }
    }
}
