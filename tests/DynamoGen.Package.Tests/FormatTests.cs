namespace DynamoGen.Package.Tests;

/// <summary>Somebody runs <c>dotnet format analyzers</c>: what repairs is applied, and nothing is silenced by a reason that nobody gave.</summary>
public sealed class FormatTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Source = """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.DataModel;
        using DynamoGen;

        namespace Consumer;

        [Table("shop")]
        [GlobalIndex("gsi1", PartitionKey = "g1pk")]
        [GlobalIndex("gsi2", PartitionKey = "g2pk")]
        [GlobalIndex("gsi3", PartitionKey = "g3pk")]
        [GlobalIndex("keys", PartitionKey = "kpk", Projection = IndexProjection.KeysOnly)]
        public sealed partial class Shop;

        [Entity<Shop>]
        [Key("THING#{Id}", "THING")]
        [Key("gsi1", "{Paid}", null)]
        [Key("gsi2", "ALL", null)]
        [Key("gsi3", "{Day}", null)]
        [Key("keys", "A#{Author}", null)]
        public sealed partial record Thing(string Id, bool Paid, DateOnly Day, string Author, string Title);

        [Repository<Thing>]
        public partial interface IThings
        {
            [Index("keys"), Filter("Title = 'a'")]
            IAsyncEnumerable<Thing> By(string author);

            [Index("gsi1")] IAsyncEnumerable<Thing> WithPaid(bool paid);

            [Index("gsi2")] IAsyncEnumerable<Thing> All();

            [Index("gsi3")] IAsyncEnumerable<Thing> OfDay(DateOnly day);
        }

        [DynamoDBTable("orders")]
        public sealed class Order
        {
            [DynamoDBHashKey] public string Id { get; set; } = "";
        }

        public sealed class Orders(IDynamoDBContext context, IAmazonDynamoDB client)
        {
            public object One(string id) => context.ScanAsync<Order>([new ScanCondition("Id", Amazon.DynamoDBv2.DocumentModel.ScanOperator.Equal, id)]);

            public Task<Amazon.DynamoDBv2.Model.ScanResponse> All() => client.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest("orders"));
        }
        """;

    private static readonly string[] Repaired = ["DG1008", "DG2002", "DG2003", "DG2004", "DG3002"];

    [Fact]
    public async Task One_run_repairs_what_it_can_and_silences_nothing()
    {
        var project = package.CreateConsumer("Formatted", sources: null);
        var file = Path.Combine(project.Folder, "Things.cs");
        await File.WriteAllTextAsync(file, Source, TestContext.Current.CancellationToken);
        var (_, before) = await project.BuildAsync();
        Assert.All(Repaired.Append("DG3001"), rule => Assert.Contains(before, line => line.Contains(rule, StringComparison.Ordinal)));

        await project.FixAsync([.. Repaired, "DG3001"]);

        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Say here why", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AllowScan", text, StringComparison.Ordinal);
        Assert.Contains("context.QueryAsync<Order>(id)", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("Shards = 10").Length - 1);
        Assert.Contains("Hydrate", text, StringComparison.Ordinal);
        var (succeeded, after) = await project.BuildAsync();
        Assert.True(succeeded, string.Join('\n', after));
        Assert.All(Repaired, rule => Assert.DoesNotContain(after, line => line.Contains(rule, StringComparison.Ordinal)));
        Assert.Contains(after, line => line.Contains("DG3001", StringComparison.Ordinal));
    }
}
