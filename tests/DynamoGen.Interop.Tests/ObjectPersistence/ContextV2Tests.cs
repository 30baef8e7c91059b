using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Interop.Tests.ObjectPersistence;

/// <summary>A table that <c>DynamoDBContext</c> has filled by its conversion V2 is read, changed and written, and read and saved again by the context.</summary>
public sealed class ContextV2Tests(InteropServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;
    private AmazonDynamoDBClient? _client;
    private DynamoDBContext? _context;

    private IV2Visits Visits => _services!.GetRequiredService<IV2Visits>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<V2Visits>(builder => builder.AddRepository<IV2Visits>());
        _client = server.Client();
        _context = new DynamoDBContextBuilder()
            .WithDynamoDBClient(() => _client)
            .ConfigureContext(config =>
            {
                config.Conversion = DynamoDBEntryConversion.V2;
                config.RetrieveDateTimeInUtc = true;
            })
            .Build();
        await _context.SaveAsync(Full(), Saving);
        await _context.SaveAsync(new ContextVisit { Patient = "ada", Number = 12, Doctor = "Grey", At = Day, Until = Day }, Saving);
    }

    public async ValueTask DisposeAsync()
    {
        _context?.Dispose();
        _client?.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    [Fact]
    public async Task Every_item_is_read()
    {
        var full = (await Visits.Get("ada", 7))!;
        var bare = (await Visits.Get("ada", 12))!;

        Assert.Equal(("ada", 7, "Grey", "cough", Day.AddMilliseconds(123), Day), (full.Patient, full.Number, full.Doctor, full.Reason, full.At, full.Until));
        Assert.Equal((VisitKind.Follow, true, false, Guid.Empty, 12.5m), (full.Kind, full.IsUrgent, full.IsPaid, full.Room, full.Fee));
        Assert.Equal([1, 255], full.Scan);
        Assert.Equal(new Place("Ring 1", 2), full.Place);
        Assert.Equal([new Place("Ring 2", null)], full.Stations);
        Assert.Equal(["a", "b"], full.Steps);
        Assert.Equal([3, 5], full.Codes.Order());
        Assert.Equal(20, full.Doses["evening"]);
        Assert.Equal(0, full.Revision);
        Assert.Equal((null, null, false, null, null), (bare.Reason, bare.Place, bare.IsUrgent, bare.IsPaid, bare.Scan));
        Assert.Equal((int[])[7, 12], (await Visits.Of("ada", fromNumber: 7)).Select(visit => visit.Number));
        Assert.Equal((int[])[12, 7], (await Visits.By("Grey", Day)).Select(visit => visit.Number));
        Assert.Equal((int[])[7], (await Visits.By("Grey", Day.AddTicks(1))).Select(visit => visit.Number));
        Assert.Equal(2, (await Visits.Everything().ToListAsync()).Count);
    }

    [Fact]
    public async Task What_is_replaced_and_updated_is_read_and_saved_again_by_the_context()
    {
        await Visits.Replace((await Visits.Get("ada", 7))! with { Fee = 99 });
        await Visits.UpdateReason("ada", 12, "check", 5);

        var expected = Full();
        (expected.Fee, expected.Revision) = (99, 1);
        var full = await LoadAsync(7);
        Assert.Equivalent(expected, full, strict: true);
        var bare = await LoadAsync(12);
        Assert.Equal(("check", 5m, 1), (bare.Reason, bare.Fee, bare.Revision));

        full.Reason = "cold";
        await _context!.SaveAsync(full, Saving);
        var saved = (await Visits.Get("ada", 7))!;
        Assert.Equal(("cold", 99m, 2), (saved.Reason, saved.Fee, saved.Revision));
    }

    [Fact]
    public async Task What_is_created_is_loaded_and_queried_by_the_context()
    {
        await Visits.Create(new V2Visit("bob", 1, "Grey") { At = Day, Until = Day, IsUrgent = true, Kind = VisitKind.Follow, Place = new Place("Ring 3", 4) });

        var loaded = await _context!.LoadAsync<ContextVisit>("bob", 1, Loading);
        var queried = await _context.QueryAsync<ContextVisit>("bob", Querying).GetRemainingAsync();
        Assert.Equal(("Grey", Day, Day, true, VisitKind.Follow), (loaded.Doctor, loaded.At, loaded.Until, loaded.IsUrgent, loaded.Kind));
        Assert.Equal(("Ring 3", 4), (loaded.Place!.Street, loaded.Place.Floor));
        Assert.Equal(1, Assert.Single(queried).Revision);
        var others = await _client!.QueryAsync(new Amazon.DynamoDBv2.Model.QueryRequest(TableName)
        {
            IndexName = "by-doctor",
            KeyConditionExpression = "Doctor = :doctor AND #at = :at",
            ExpressionAttributeNames = new() { ["#at"] = "At" },
            ExpressionAttributeValues = new() { [":doctor"] = new("Grey"), [":at"] = new("2024-03-01T10:00:00.000Z") },
        });
        Assert.Equal(["12", "1"], others.Items.Select(item => item["Number"].N).OrderDescending());
    }

    [Fact]
    public async Task A_stale_object_of_the_context_is_refused_after_a_write()
    {
        var stale = await LoadAsync(7);
        await Visits.UpdateReason("ada", 7, "check", 5);

        await Assert.ThrowsAsync<Amazon.DynamoDBv2.Model.ConditionalCheckFailedException>(() => _context!.SaveAsync(stale, Saving));
    }

    private static DateTime Day => new(2024, 3, 1, 10, 0, 0, DateTimeKind.Utc);

    private string TableName => _services!.GetRequiredService<RepositoryContext>().TableName(Schema<V2Visits>());

    private SaveConfig Saving => new() { OverrideTableName = TableName };

    private LoadConfig Loading => new() { OverrideTableName = TableName, ConsistentRead = true };

    private QueryConfig Querying => new() { OverrideTableName = TableName };

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;

    private static ContextVisit Full() => new()
    {
        Patient = "ada",
        Number = 7,
        Doctor = "Grey",
        Reason = "cough",
        At = Day.AddMilliseconds(123),
        Until = Day,
        Kind = VisitKind.Follow,
        IsUrgent = true,
        IsPaid = false,
        Fee = 12.5m,
        Scan = [1, 255],
        Place = new ContextPlace { Street = "Ring 1", Floor = 2 },
        Stations = [new ContextPlace { Street = "Ring 2" }],
        Steps = ["a", "b"],
        Codes = [3, 5],
        Doses = new() { ["morning"] = 10, ["evening"] = 20 },
    };

    private Task<ContextVisit> LoadAsync(int number) => _context!.LoadAsync<ContextVisit>("ada", number, Loading);
}
