using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Regions.Guards;
using DynamoGen.Regions.Writers;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Streams;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Regions;

/// <summary>A guard puts an item back over one of an older epoch, and over nothing else, on a real server.</summary>
public sealed class WriterGuardTests(LocalServer server) : IAsyncLifetime
{
    private static readonly TableSchema Table = new() { Name = "fenced", PartitionKey = "pk" };
    private static readonly WriterEpoch Older = WriterEpoch.First.Next("us-east-1");
    private static readonly WriterEpoch Newer = Older.Next("eu-west-1");
    private static readonly WriterEpoch Newest = Newer.Next("us-east-1");

    private readonly string _name = LocalServer.NewPrefix() + "fenced";
    private AmazonDynamoDBClient _client = null!;
    private WriterGuard _guard = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "eu-west-1" });
        _guard = new WriterGuard(_client, Table, _name, "eu-west-1");
        await new TableProvisioner(_client, new DynamoGenOptions { TableNameResolver = _ => _name }, TimeProvider.System).EnsureCreatedAsync(Table, Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return default;
    }

    private static string Image(string value, WriterEpoch? epoch, string rest = "") =>
        $"{{\"pk\":{{\"S\":\"1\"}},\"v\":{{\"S\":\"{value}\"}}{(epoch is { } number ? $",\"Epoch\":{{\"N\":\"{number}\"}}" : string.Empty)}{rest}}}";

    private async Task StoreAsync(string image)
    {
        await _client.PutItemAsync(_name, Read(Encoding.UTF8.GetBytes(image)), Cancellation);
    }

    private static Dictionary<string, AttributeValue> Read(byte[] image)
    {
        var item = new Dictionary<string, AttributeValue>();
        var reader = new WireReader(image);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            item[reader.NameText(name)] = reader.ReadAttributeValue();
        }

        return item;
    }

    private async Task<Dictionary<string, AttributeValue>?> StoredAsync() =>
        (await _client.GetItemAsync(_name, new() { ["pk"] = new("1") }, consistentRead: true, Cancellation)).Item;

    private async Task TellAsync(string before, string after, int place = 5)
    {
        var json = Encoding.UTF8.GetBytes(
            "{\"eventName\":\"MODIFY\",\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"1\"}},"
            + $"\"OldImage\":{before},\"NewImage\":{after},\"SequenceNumber\":\"{place}\"}}}}");
        await _guard.HandleAsync(RecordOf(json), Cancellation);
    }

    private static StreamRecord RecordOf(byte[] json)
    {
        var reader = new WireReader(json);
        return StreamRecordReader.Read(json, ref reader);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_item_that_an_older_epoch_or_none_has_overwritten_is_put_back(bool isStamped)
    {
        var late = Image("late", isStamped ? Older : null);
        await StoreAsync(late);

        await TellAsync(Image("right", Newer), late);
        await TellAsync(Image("right", Newer), late);

        var stored = (await StoredAsync())!;
        Assert.Equal(("right", Newer.ToString()), (stored["v"].S, stored["Epoch"].N));
        Assert.Equal(SequenceNumber.Parse("5").ToSortableString(), stored[WriterGuard.PlaceAttribute].S);
    }

    [Fact]
    public async Task What_has_been_written_meanwhile_stays()
    {
        foreach (var epoch in new[] { Newer, Newest })
        {
            await StoreAsync(Image("meanwhile", epoch));

            await TellAsync(Image("right", Newer), Image("late", Older));

            Assert.Equal("meanwhile", (await StoredAsync())!["v"].S);
        }
    }

    [Fact]
    public async Task A_change_that_is_told_again_gives_way_to_a_later_one()
    {
        await StoreAsync(Image("late", Older));
        await TellAsync(Image("first", Newer), Image("late", Older), place: 1);

        await TellAsync(Image("second", Newer), Image("late", Older), place: 4);
        await TellAsync(Image("first", Newer), Image("late", Older), place: 1);

        Assert.Equal("second", (await StoredAsync())!["v"].S);
    }

    [Fact]
    public async Task An_item_that_was_put_back_keeps_its_place_when_it_is_put_back_again()
    {
        var place = SequenceNumber.Parse("1").ToSortableString();
        await StoreAsync(Image("late", Older));

        await TellAsync(Image("first", Newer, $",\"_place\":{{\"S\":\"{place}\"}}"), Image("late", Older), place: 6);

        Assert.Equal(place, (await StoredAsync())![WriterGuard.PlaceAttribute].S);
    }

    [Fact]
    public async Task What_another_region_has_written_is_left_to_its_own_guard()
    {
        await StoreAsync(Image("late", Older));

        await TellAsync(Image("right", Newest), Image("late", Older));

        Assert.Equal("late", (await StoredAsync())!["v"].S);
    }

    [Fact]
    public async Task An_item_that_is_gone_is_not_brought_back()
    {
        await TellAsync(Image("right", Newer), Image("late", Older));

        Assert.True(await StoredAsync() is null or { Count: 0 });
    }
}
