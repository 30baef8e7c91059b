using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Projections;

/// <summary>Writes that return a part of their item, as it was before or is afterwards.</summary>
public sealed class WrittenProjectionTests(LocalServer server) : LibraryTest(server)
{
    private static readonly BookCard Stored = new() { Title = "Title 0001", Author = "Woolf", Shelf = new Place("A", 1) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_returns_a_part_of_the_item_as_it_is_afterwards()
    {
        await Books.Put(NewBook(1));

        Assert.Equal(Stored with { Title = "Orlando" }, await Books.UpdateTitle("north", 1, "Orlando"));
        Assert.Equal(NewBook(1) with { Title = "Orlando" }, await Books.Get("north", 1));
    }

    [Fact]
    public async Task An_update_returns_a_part_of_the_item_as_it_was_before()
    {
        await Books.Put(NewBook(1));

        Assert.Equal(Stored, await Books.UpdateTitleOf("north", 1, "Orlando"));
        Assert.Equal("Orlando", (await Books.GetCard("north", 1))!.Title);
    }

    [Fact]
    public async Task The_details_of_the_call_come_with_it()
    {
        await Books.Put(NewBook(1));

        var written = await Books.UpdateOtherTitle("north", 1, "Orlando", "Woolf");

        Assert.Equal((Stored with { Title = "Orlando" }, 1), (written.Value, written.Requests));
        Assert.True(written.ConsumedCapacity >= 1);
    }

    [Fact]
    public async Task A_put_and_a_delete_return_a_part_of_what_was_there()
    {
        Assert.Null(await Books.Exchange(NewBook(1)));
        Assert.Equal(Stored, await Books.Exchange(NewBook(1) with { Title = "Orlando" }));
        Assert.Equal(new Catalogued("Woolf", Genre.Novel, new DateOnly(1900, 1, 2), null), await Books.Withdraw("north", 1));
        Assert.Null(await Books.Withdraw("north", 1));
    }

    [Fact]
    public async Task An_update_that_makes_its_item_returns_a_part_of_it()
    {
        var loans = Services.GetRequiredService<ILoans>();
        var day = new DateOnly(2026, 5, 1);

        Assert.Null((await loans.UpsertCountOf(1, day, 2, "ann")).Value);
        Assert.Equal(new LoanCount(5), await loans.UpsertCount(1, day, 3, "ben"));
        Assert.Equal(new LoanCount(5), (await loans.UpsertCountOf(1, day, 1, "ann")).Value);
        Assert.Equal(new LoanCount(4), await loans.UpsertCount(1, day.AddDays(1), 4, "ann"));
    }

    [Fact]
    public async Task An_item_of_an_older_version_is_brought_up_to_date()
    {
        var before = Stored with { Shelf = new Place("cellar", 1) };
        await PutOlderAsync();
        Assert.Equal(before with { Title = "Orlando" }, await Books.UpdateTitle("north", 1, "Orlando"));
        await PutOlderAsync();
        Assert.Equal(before, await Books.UpdateTitleOf("north", 1, "Orlando"));
        await PutOlderAsync();
        Assert.Equal(before, await Books.Exchange(NewBook(1)));
        await PutOlderAsync();
        Assert.Equal("Woolf", (await Books.Withdraw("north", 1))!.Author);
    }

    [Fact]
    public async Task An_item_of_a_newer_version_is_not_touched()
    {
        await PutAsync(new() { ["_v"] = new() { N = "3" } });

        await Assert.ThrowsAsync<UnknownVersionException>(() => Books.UpdateTitle("north", 1, "Orlando").AsTask());
    }

    [Fact]
    public async Task What_has_expired_counts_as_for_the_entity()
    {
        await Books.Put(NewBook(1) with { WithdrawnAt = LongAgo });

        var refused = await Assert.ThrowsAsync<ConditionFailedException>(() => Books.UpdateTitle("north", 1, "Orlando").AsTask());
        Assert.Equal(ConditionFailureReason.Expired, refused.Reason);
        var part = await Books.Withdraw("north", 1);
        await Books.Put(NewBook(1) with { WithdrawnAt = LongAgo });
        Assert.Equal((await Books.Take("north", 1))!.WithdrawnAt, part!.WithdrawnAt);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_is_an_exception_that_says_why()
    {
        await Books.Put(NewBook(1));

        var refused = await Assert.ThrowsAsync<ConditionFailedException>(() => Books.UpdateOtherTitle("north", 1, "Orlando", "Joyce").AsTask());
        var missing = await Assert.ThrowsAsync<ConditionFailedException>(() => Books.UpdateTitle("north", 2, "Orlando").AsTask());

        Assert.Equal((ConditionFailureReason.Condition, ConditionFailureReason.NotFound), (refused.Reason, missing.Reason));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_known_by_its_mark_and_returns_the_part_too()
    {
        await Books.Put(NewBook(1));
        var faults = new FaultTransport(Services.GetRequiredService<ITransport>(), static _ => new Fault.SentTwice());

        var written = await Create<IBooks>(faults).UpdateOtherTitle("north", 1, "Orlando", "Woolf");

        Assert.Equal(Stored with { Title = "Orlando" }, written.Value);
        Assert.Equal(1, faults.Count<Fault.SentTwice>());
    }

    private Task PutOlderAsync() => PutAsync(new() { ["_v"] = new() { N = "1" }, ["OldShelf"] = new("cellar") });

    private async Task PutAsync(Dictionary<string, AttributeValue> others)
    {
        var item = new Dictionary<string, AttributeValue>(Book.ToItem(NewBook(1)));
        foreach (var (name, value) in others)
        {
            item[name] = value;
        }

        await Services.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(TableName, item, Token);
    }

    private TRepository Create<TRepository>(ITransport transport)
        where TRepository : class, IRepository<TRepository> =>
        TRepository.Create(new RepositoryContext(transport, new DynamoGenTelemetry(), Services.GetRequiredService<DynamoGenOptions>()));
}
