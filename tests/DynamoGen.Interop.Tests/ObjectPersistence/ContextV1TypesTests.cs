using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Interop.Tests.ObjectPersistence;

/// <summary>
/// What <c>DynamoDBContext</c> stores as sets and numbers by its conversion V1 is read as lists and truth values, and what is written then is read by
/// the context.
/// </summary>
public sealed class ContextV1TypesTests(InteropServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;
    private AmazonDynamoDBClient? _client;
    private DynamoDBContext? _context;

    private IV1Charts Charts => _services!.GetRequiredService<IV1Charts>();

    private string TableName => _services!.GetRequiredService<RepositoryContext>().TableName(Schema<V1Charts>());

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<V1Charts>(builder => builder.AddRepository<IV1Charts>());
        _client = server.Client();
        _context = new DynamoDBContextBuilder()
            .WithDynamoDBClient(() => _client)
            .ConfigureContext(config => config.Conversion = DynamoDBEntryConversion.V1)
            .Build();
        await SaveAsync(Full());
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
    public async Task Sets_and_numbers_are_read_as_lists_and_truth_values()
    {
        var stored = await StoredAsync("ada");
        Assert.Equal(["a", "b"], stored["Steps"].SS.Order());
        Assert.Equal((2, 2, "1", "0"), (stored["Codes"].NS.Count, stored["Scans"].BS.Count, stored["IsUrgent"].N, stored["IsPaid"].N));
        Assert.Equal(2, stored["Leaf"].M["Doses"].NS.Count);

        AssertFull((await Charts.Get("ada"))!);
        var steps = (await Charts.GetSteps("ada"))!;
        Assert.Equal(["a", "b"], steps.Steps.Order());
        Assert.True(steps.IsUrgent);
    }

    [Fact]
    public async Task What_is_empty_or_null_is_empty()
    {
        await SaveAsync(new ContextChart { Patient = "bob", Steps = null, Scans = null });

        var read = (await Charts.Get("bob"))!;
        Assert.Equal("", read.Remark);
        Assert.Empty(read.Steps);
        Assert.Empty(read.Wards);
        Assert.Empty(read.Codes);
        Assert.Empty(read.Scans);
        Assert.Equal((false, null, null), (read.IsUrgent, read.IsPaid, read.Leaf));
    }

    [Fact]
    public async Task NULL_is_what_is_empty()
    {
        await StoreAsync("eve", "Remark", new AttributeValue { NULL = true });
        await StoreAsync("eve", "Scans", new AttributeValue { NULL = true });

        var read = (await Charts.Get("eve"))!;
        Assert.Equal("", read.Remark);
        Assert.Empty(read.Scans);
    }

    [Fact]
    public async Task What_is_put_is_written_as_its_own_types_and_loaded_and_saved_again_by_the_context()
    {
        await Charts.Put((await Charts.Get("ada"))!);

        var stored = await StoredAsync("ada");
        Assert.Equal(["a", "b"], stored["Steps"].L.Select(step => step.S).Order());
        Assert.True(stored["IsUrgent"].BOOL);
        Assert.Equal(2, stored["Leaf"].M["Doses"].L.Count);

        var loaded = await LoadAsync("ada");
        Assert.Equal(["a", "b"], loaded.Steps!.Order());
        Assert.Equal([3, 5], loaded.Codes!.Order());
        Assert.Equal([[1, 2], [9]], loaded.Scans!.OrderBy(scan => scan[0]));
        Assert.Equal("north", Assert.Single(loaded.Wards!));
        Assert.Equal((true, false, true), (loaded.IsUrgent, loaded.IsPaid, loaded.Leaf!.IsLast));
        Assert.Equal([0.5m, 2], loaded.Leaf.Doses!.Order());

        await SaveAsync(loaded);
        Assert.Equal(2, (await StoredAsync("ada"))["Steps"].SS.Count);
        AssertFull((await Charts.Get("ada"))!);
    }

    [Fact]
    public async Task An_update_sets_its_own_types_and_leaves_the_others_as_they_are()
    {
        var updated = await Charts.UpdateSteps("ada", ["x", "x"], isUrgent: false);

        Assert.Equal(["x", "x"], updated.Steps);
        Assert.Equal([3, 5], updated.Codes.Order());
        var stored = await StoredAsync("ada");
        Assert.Equal((2, 2), (stored["Steps"].L.Count, stored["Codes"].NS.Count));
        Assert.False(stored["IsUrgent"].BOOL);
    }

    [Fact]
    public async Task The_context_loads_a_list_that_holds_a_value_twice_and_cannot_save_it()
    {
        await Charts.UpdateSteps("ada", ["x", "x"], isUrgent: true);

        var loaded = await LoadAsync("ada");
        Assert.Equal(["x", "x"], loaded.Steps);
        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => SaveAsync(loaded));
        Assert.Contains("duplicates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contains_and_size_take_both_forms()
    {
        await Charts.Put(new V1Chart("bob") { Steps = ["b", "c"] });

        Assert.Equal(["ada", "bob"], (await Charts.With("b", 2).ToListAsync()).Select(chart => chart.Patient).Order());
    }

    [Theory]
    [InlineData("Codes", "NS", "SS")]
    [InlineData("IsUrgent", "BOOL, or N (0 or 1)", "another number")]
    public async Task What_is_of_neither_form_is_an_error_that_names_the_attribute(string attribute, string expected, string found)
    {
        await StoreAsync("eve", attribute, attribute == "Codes" ? new AttributeValue { SS = ["a"] } : new AttributeValue { N = "2" });

        var error = await Assert.ThrowsAsync<ItemFormatException>(async () => await Charts.Get("eve"));
        Assert.Equal((attribute, expected, found), (error.Attribute, error.Expected, error.Found));
    }

    private static TableSchema Schema<TTable>()
        where TTable : class, ITable<TTable> => TTable.Schema;

    private static ContextChart Full() => new()
    {
        Patient = "ada",
        Steps = ["a", "b"],
        Codes = [3, 5],
        Scans = [[1, 2], [9]],
        Wards = ["north"],
        Remark = "calm",
        IsUrgent = true,
        IsPaid = false,
        Leaf = new ContextLeaf { Doses = [0.5m, 2], IsLast = true },
    };

    private static void AssertFull(V1Chart chart)
    {
        Assert.Equal(["a", "b"], chart.Steps.Order());
        Assert.Equal([3, 5], chart.Codes.Order());
        Assert.Equal([[1, 2], [9]], chart.Scans.OrderBy(scan => scan[0]));
        Assert.Equal("north", Assert.Single(chart.Wards));
        Assert.Equal(("calm", true, false, true), (chart.Remark, chart.IsUrgent, chart.IsPaid, chart.Leaf!.IsLast));
        Assert.Equal([0.5m, 2], chart.Leaf.Doses.Order());
    }

    private Task SaveAsync(ContextChart chart) => _context!.SaveAsync(chart, new SaveConfig { OverrideTableName = TableName });

    private Task<ContextChart> LoadAsync(string patient) =>
        _context!.LoadAsync<ContextChart>(patient, new LoadConfig { OverrideTableName = TableName, ConsistentRead = true });

    private async Task<Dictionary<string, AttributeValue>> StoredAsync(string patient) =>
        (await _client!.GetItemAsync(TableName, new() { ["Patient"] = new(patient) }, consistentRead: true)).Item;

    private Task StoreAsync(string patient, string attribute, AttributeValue value) => _client!.UpdateItemAsync(new UpdateItemRequest
    {
        TableName = TableName,
        Key = new() { ["Patient"] = new(patient) },
        UpdateExpression = "SET #a = :v",
        ExpressionAttributeNames = new() { ["#a"] = attribute },
        ExpressionAttributeValues = new() { [":v"] = value },
    });
}
