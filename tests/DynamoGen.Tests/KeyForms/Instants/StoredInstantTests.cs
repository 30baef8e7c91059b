using Amazon.DynamoDBv2;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyForms.Instants;

/// <summary>Instants that are keys of their own are found in the form in which they are stored, by whomever.</summary>
public sealed class StoredInstantTests(LocalServer server) : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, 123, DateTimeKind.Utc);

    private ServiceProvider? _services;

    private IMeetings All => _services!.GetRequiredService<IMeetings>();

    private IAmazonDynamoDB Client => _services!.GetRequiredService<IAmazonDynamoDB>();

    private string Table => _services!.GetRequiredService<DynamoGenOptions>().TableName(Schema<Meetings>());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Meetings>(builder => builder.AddRepository<IMeetings>());
        foreach (var (id, start) in new[] { ("a", "2026-05-04T12:00:00.122Z"), ("b", "2026-05-04T12:00:00.123Z"), ("c", "2026-05-04T12:00:00.124Z") })
        {
            await Client.PutItemAsync(Table, new() { ["Id"] = new(id), ["Room"] = new("Ring"), ["Start"] = new(start) }, Cancellation);
        }
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task They_are_stored_as_other_programs_store_them()
    {
        await All.Put(new Meeting("d", "Ring")
        {
            Start = Noon.AddTicks(9_999),
            End = new DateTimeOffset(2026, 5, 4, 14, 0, 0, 7, TimeSpan.FromHours(2)).AddTicks(1),
            Changed = DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified),
            Planned = new(Noon),
            Breaks = [new DateTimeOffset(Noon).AddTicks(5)],
        });

        var item = (await Client.GetItemAsync(Table, new() { ["Id"] = new("d") }, consistentRead: true, Cancellation)).Item;
        Assert.Equal(["Breaks", "Changed", "End", "Id", "Planned", "Room", "Start"], item.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("2026-05-04T12:00:00.123Z", "2026-05-04T12:00:00.007Z"), (item["Start"].S, item["End"].S));
        Assert.Equal(("2026-05-04T12:00:00.1230000", "2026-05-04T12:00:00.1230000Z"), (item["Changed"].S, item["Planned"].S));
        Assert.Equal("2026-05-04T12:00:00.123Z", Assert.Single(item["Breaks"].L).S);
        var read = (await All.Get("d"))!;
        Assert.Equal((Noon, DateTimeKind.Utc), (read.Start, read.Start.Kind));
        Assert.Equal((Noon, DateTimeKind.Unspecified), (read.Changed, read.Changed!.Value.Kind));
    }

    [Fact]
    public async Task Bounds_between_milliseconds_are_those_of_the_next_one()
    {
        Assert.Equal(["b", "c"], Ids(await All.Between("Ring", Noon, Noon.AddMilliseconds(1))));
        Assert.Equal(["c"], Ids(await All.Between("Ring", Noon.AddTicks(1), Noon.AddTicks(10_001))));
        Assert.Equal(["b"], Ids(await All.Between("Ring", Noon.AddTicks(-1), Noon.AddTicks(1))));
        Assert.Equal(["a"], Ids(await All.Before("Ring", Noon)));
        Assert.Equal(["a", "b"], Ids(await All.Before("Ring", Noon.AddTicks(1))));
        Assert.Equal(["c"], Ids(await All.After("Ring", Noon)));
        Assert.Equal(["b", "c"], Ids(await All.After("Ring", Noon.AddTicks(-1))));
        Assert.Equal(["a", "b", "c"], Ids(await All.On("Ring", new(2026, 5, 4), new(2026, 5, 4))));
        Assert.Empty(await All.On("Ring", new(2026, 5, 5), new(2026, 5, 6)));
    }

    [Fact]
    public async Task The_last_instant_of_all_bounds_as_it_is_stored()
    {
        await All.Put(new Meeting("never", "Ring") { Start = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) });

        Assert.Equal(["a", "b", "c"], Ids(await All.Before("Ring", DateTime.MaxValue)));
        Assert.Equal(["c", "never"], Ids(await All.Between("Ring", Noon.AddTicks(1), DateTime.MaxValue)));
        Assert.Equal(["never"], Ids(await All.Between("Ring", DateTime.MaxValue, DateTime.MaxValue)));
        Assert.Empty(await All.After("Ring", DateTime.MaxValue));
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task A_value_is_found_by_itself(DateTimeKind kind)
    {
        var changed = DateTime.SpecifyKind(Noon.AddTicks(7), kind);
        await All.Put(new Meeting("d", "Ring") { Start = Noon, End = new(Noon.AddTicks(4)), Changed = changed, Planned = new(Noon.AddTicks(3)) });

        Assert.Equal(["d"], Ids(await All.Ending("Ring", new(Noon))));
        Assert.Equal(["d"], Ids(await All.Changed("Ring", changed)));
        Assert.Equal(["d"], Ids(await All.ChangedFrom("Ring", changed)));
        Assert.Empty(await All.ChangedFrom("Ring", changed.AddTicks(1)));
        Assert.Equal(["d"], Ids(await All.Planned(new(Noon.AddTicks(3)))));
    }

    [Fact]
    public async Task Filters_take_the_stored_form_and_may_have_no_value()
    {
        Assert.Equal(["b"], Ids(await All.Search(MeetingFields.Where(meeting => meeting.Start == Noon.AddTicks(1))).ToListAsync(Cancellation)));
        Assert.Equal(3, (await All.Search(MeetingFields.Where(meeting => meeting.Start.Exists())).ToListAsync(Cancellation)).Count);
        Assert.Empty(await All.Search(MeetingFields.Where(meeting => meeting.End.Exists())).ToListAsync(Cancellation));
        Assert.Equal(3, (await All.Search(null).ToListAsync(Cancellation)).Count);
        Assert.Equal(3, (await All.Found(null, null).ToListAsync(Cancellation)).Count);
        Assert.Equal(["c"], Ids(await All.Found(null, Noon.AddMilliseconds(1)).ToListAsync(Cancellation)));
        Assert.Empty(await All.Found("Oval", null).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Updates_and_conditions_take_the_stored_form()
    {
        var moved = await All.Move("a", Noon.AddTicks(1));
        Assert.Equal(Noon, moved.Start);
        Assert.Equal("Oval", (await All.Swap("a", Noon.AddTicks(2), "Oval")).Room);

        var other = await Assert.ThrowsAsync<ConditionFailedException>(async () => await All.Swap("a", Noon.AddMilliseconds(1), "Oval"));
        Assert.Contains("Swap", other.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(IEnumerable<Meeting> meetings) => meetings.Select(meeting => meeting.Id);

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;
}
