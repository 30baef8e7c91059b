using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Regions;
using DynamoGen.Analyzers.Schema;
using DynamoGen.Analyzers.Writes;
using DynamoGen.CodeFixes.Declaration;
using DynamoGen.CodeFixes.Expressions;
using DynamoGen.CodeFixes.KeyDesign;
using DynamoGen.CodeFixes.Proposals;
using DynamoGen.CodeFixes.Reads;
using DynamoGen.CodeFixes.Regions;
using DynamoGen.CodeFixes.Schema;
using DynamoGen.CodeFixes.Writes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Tests.CodeFixes;

/// <summary>A case for each form of each fix.</summary>
internal static class FixCases
{
    private const string Table =
        "[Table(\"tab\"), GlobalIndex(\"gsi\", PartitionKey = \"gpk\"), GlobalIndex(\"lean\", PartitionKey = \"kpk\", Projection = IndexProjection.KeysOnly)] public sealed partial class T; ";

    private const string Book = Table
        + "[Entity<T>, Key(\"BOOK#{Isbn}\", \"BOOK\"), Key(\"gsi\", \"A#{Author}\", null), Key(\"lean\", \"A#{Author}\", null)] public sealed partial record Book(int Isbn, string Title, string Author); "
        + "[Projection<Book>] public sealed partial record Card(string Title); ";

    private const string Justify = "state why few keys are right here";
    private const string Spread = "spread over shards";
    private const string Allow = "allow this Scan and say why";
    private const string Mapped = "[DynamoDBTable(\"orders\")] public class Order { [DynamoDBHashKey] public string Id { get; set; } = \"\"; }";
    private const string Locked = Table + "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record Order(string Id, int Total);";
    private const string Written = "Put = new Put { TableName = \"orders\", Item = [] }";
    private const string Range = "KeyConditionExpression = \"pk = :pk AND sk > :sk\", ExpressionAttributeValues = new() { [\":pk\"] = new(\"a\"), [\":sk\"] = ";

    public static IReadOnlyList<FixCase> All { get; } = [.. Declarations(), .. Keys(), .. Reads(), .. Collections(), .. Writes(), .. Regions(), .. Schema()];

    private static IEnumerable<FixCase> Declarations()
    {
        const string Required = "make the property required and not nullable";
        const string Partial = "make it partial";
        const string Width = "give the number the fixed width of its type";
        const string Expire = "static class E { public static object O = new TimeToLiveSpecification { AttributeName = \"expires\", Enabled = true }; }";
        const string Seconds = "write seconds";
        var declared = new DeclarationAnalyzer();
        yield return Declared("DG1002", Required, new RequireKeyPropertyCodeFix(), Table + "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record A { public string? Id { get; init; } }");
        yield return Declared("DG1002", Required, new RequireKeyPropertyCodeFix(), Table + "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record A(string? Id);");
        yield return new("DG1003", Seconds, new TimeToLiveAnalyzer(), new WriteSecondsCodeFix(),
            "var item = new Dictionary<string, AttributeValue>(); item[\"expires\"] = new AttributeValue { N = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString() };")
        { Members = Expire };
        yield return new("DG1003", Seconds, new TimeToLiveAnalyzer(), new WriteSecondsCodeFix(),
            "new Dictionary<string, AttributeValue>().Add(\"expires\", new() { N = $\"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}\" });")
        { Members = Expire };
        yield return Declared("DG1004", "leave the format out", new LeaveFormatOutCodeFix(), Table + "[Entity<T>, Key(\"{At:dd.MM.yyyy}\", \"A\")] public sealed partial record A(DateTime At);");
        yield return new("DG1004", Width, new UnsortableValueAnalyzer(), new FixedWidthCodeFix(), $"await client.QueryAsync(new QueryRequest {{ {Range}new($\"A#{{number}}\") }} }});");
        yield return new("DG1004", Width, new UnsortableValueAnalyzer(), new FixedWidthCodeFix(),
            $"var q = new QueryRequest {{ {Range}new AttributeValue {{ S = $\"A#{{number}}\" }} }} }}; await client.QueryAsync(q);");
        yield return Declared("DG1021", Partial, new MakePartialCodeFix(), Table + "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed record A(string Id);");
        yield return Declared("DG1021", Partial, new MakePartialCodeFix(),
            Table + "public static class Sales { public partial class Orders { [Entity<T>, Key(\"{Id}\", \"A\")] public sealed record A(string Id); } }");
        yield return Declared("DG1021", Partial, new MakePartialCodeFix(), Book + "[Repository<Book>] public interface IBooks { }");
        yield return Declared("DG1008", "read whole items from the table", new HydrateCodeFix(),
            Book + "[Repository<Book>] public partial interface IBooks { [Index(\"lean\")] IAsyncEnumerable<Book> By(string author); }");
        yield return Declared("DG1008", "have the index hold", new IncludeInIndexCodeFix(),
            Book + "[Repository<Book>] public partial interface IBooks { [Index(\"lean\")] IAsyncEnumerable<Card> By(string author); }");
        yield return Declared("DG1008", "have the index hold", new IncludeInIndexCodeFix(),
            Book + "[Repository<Book>] public partial interface IBooks { [Index(\"lean\"), Hydrate, Filter(\"Title = 'a'\")] IAsyncEnumerable<Book> By(string author); }");

        const string Answer = "answer it by the cheapest change of the design";
        foreach (var pattern in new[]
        {
            "IAsyncEnumerable<Book> By(string author);",
            "IAsyncEnumerable<Book> Of(string isbn);",
            "System.Threading.Tasks.ValueTask<Book?> Titled(string title);",
            "[Delete] System.Threading.Tasks.ValueTask Remove();",
        })
        {
            yield return Declared("DG3020", Answer, new AnswerPatternCodeFix(), Book + $"[Repository<Book>] public partial interface IBooks {{ {pattern} }}");
        }

        yield return Declared("DG1025", "declare the keys that answer its access patterns", new DesignKeysCodeFix(),
            Table + "[Entity<T>] public sealed partial record Order(int OrderId, string City); "
            + "[Repository<Order>] public partial interface IOrders { System.Threading.Tasks.ValueTask<Order?> Get(int orderId); IAsyncEnumerable<Order> Of(string city); }");

        string[] mapped =
        [
            "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record A(string Id) { [Mapper.DynamoDBProperty(\"a\", StoreAsEpoch = true)] public DateTime At { get; init; } }",
            "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record A(string Id) { [Mapper.DynamoDBIgnore] public int Cached { get; init; } }",
            "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record A([property: Mapper.DynamoDBHashKey] string Id);",
            "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record A(string Id) { [Mapper.DynamoDBVersion] public long Count { get; init; } }",
        ];
        foreach (var code in mapped)
        {
            yield return new("DG1039", "turn it into DynamoGen's own attribute", new MapperAttributeAnalyzer(), new MapperAttributeCodeFix(),
                (Table + code).Replace("Mapper.", "Amazon.DynamoDBv2.DataModel.", StringComparison.Ordinal))
            { Places = [] };
        }

        FixCase Declared(string rule, string form, Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider fix, string code) => new(rule, form, declared, fix, code) { Places = [] };
    }

    private static IEnumerable<FixCase> Keys()
    {
        const string Few = "public sealed partial record A(string Id, bool Paid, DateOnly Day, DateTime At);";
        (string Rule, string Keys)[] cases =
        [
            ("DG2001", "Key(\"{Paid}\", \"{Id}\")"),
            ("DG2002", "Key(\"{Id}\", \"A\"), Key(\"gsi\", \"{Paid}\", null)"),
            ("DG2003", "Key(\"{Id}\", \"A\"), Key(\"gsi\", \"ALL\", null)"),
            ("DG2003", "Key(\"ALL\", \"{Id}\")"),
            ("DG2004", "Key(\"{Id}\", \"A\"), Key(\"gsi\", \"{Day}\", null)"),
            ("DG2004", "Key(\"{Day}\", \"{Id}\")"),
            ("DG2007", "Key(\"{Id}\", \"A\"), Key(\"gsi\", \"ALL\", \"{At}\")"),
            ("DG2007", "Key(\"{Paid}\", \"{At}\")"),
        ];
        foreach (var (rule, keys) in cases)
        {
            var code = $"{Table}[Entity<T>, {keys}] {Few}";
            yield return new(rule, Justify, new PartitionKeyAnalyzer(), new JustifyFewKeysCodeFix(), code) { Places = [] };
            if (keys.Contains("\"gsi\"", StringComparison.Ordinal))
            {
                yield return new(rule, Spread, new PartitionKeyAnalyzer(), new SpreadOverShardsCodeFix(), code) { Places = [] };
            }
        }
    }

    private static IEnumerable<FixCase> Reads()
    {
        const string Scan = "var scan = context.ScanAsync<Order>([new(\"Id\", ScanOperator.Equal, \"1\")]); _ = scan;";
        const string Consistent = "read eventually consistent";
        string[] declarable = [.. FixSource.AsyncPlaces.Where(place => place != FixSource.TopLevel)];
        yield return new("DG3001", Allow, new ScanAnalyzer(), new AllowScanCodeFix(), "await client.ScanAsync(new ScanRequest(\"orders\"));") { Places = declarable };
        yield return new("DG3002", Allow, new ScanAnalyzer(), new AllowScanCodeFix(), Scan) { Places = declarable, Members = Mapped };
        yield return new("DG3002", "query by the hash key", new ScanAnalyzer(), new QueryByHashKeyCodeFix(), Scan) { Members = Mapped };
        yield return new("DG3004", "read pages until as many items are found as the limit says", new PageAnalyzer(), new ReadUntilFoundCodeFix(),
            "var r = await client.ScanAsync(new ScanRequest { FilterExpression = \"a = :a\", Limit = 5 }); Console.WriteLine(r.Items.Count);");
        yield return new("DG3005", "read all pages", new PageAnalyzer(), new ReadAllPagesCodeFix(),
            "var r = await client.ScanAsync(new ScanRequest(\"orders\")); Console.WriteLine(r.Items.Count);");
        yield return new("DG3006", "read all sets", new FirstSetAnalyzer(), new ReadRemainingCodeFix(),
            "var set = await context.QueryAsync<Order>(\"1\").GetNextSetAsync(); Console.WriteLine(set.Count);")
        { Members = Mapped.Replace("[DynamoDBTable(\"orders\")]", "", StringComparison.Ordinal) };
        yield return new("DG3006", "read all sets", new FirstSetAnalyzer(), new ReadRemainingCodeFix(),
            "var search = context.ScanAsync<Order>([]); Console.WriteLine((await search.GetNextSetAsync().ConfigureAwait(false)).Count);")
        { Members = Mapped };
        yield return new("DG3007", Consistent, new ConsistentIndexReadAnalyzer(), new LeaveConsistentReadOutCodeFix(),
            "await client.QueryAsync(new QueryRequest { IndexName = \"byEmail\", ConsistentRead = true });");
        yield return new("DG3007", Consistent, new ConsistentIndexReadAnalyzer(), new LeaveConsistentReadOutCodeFix(),
            "var q = new QueryRequest { IndexName = \"byEmail\" }; q.ConsistentRead = true; await client.QueryAsync(q);");
        yield return new("DG3007", Consistent, new ConsistentIndexReadAnalyzer(), new LeaveConsistentReadOutCodeFix(),
            "var q = new QueryRequest { IndexName = \"byEmail\" }; if (number > 1) q.ConsistentRead = true; await client.QueryAsync(q);");
        yield return new("DG3007", Consistent, new DeclarationAnalyzer(), new LeaveConsistentReadOutCodeFix(),
            Book + "[Repository<Book>] public partial interface IBooks { [Index(\"gsi\"), ConsistentRead] IAsyncEnumerable<Book> By(string author); }")
        { Places = [] };
        yield return new("DG5001", "alias reserved words", new ReservedWordAnalyzer(), new AliasReservedWordsCodeFix(),
            "await client.ScanAsync(new ScanRequest { FilterExpression = \"status = :s AND size > :n\" });");
        yield return new("DG5001", "alias reserved words", new ReservedWordAnalyzer(), new AliasReservedWordsCodeFix(),
            "await client.ScanAsync(new ScanRequest { FilterExpression = \"status = :s\", ExpressionAttributeNames = new() { [\"#a\"] = \"a\" } });");
    }

    private static IEnumerable<FixCase> Collections()
    {
        const string Test = "test with is { Count: > 0 }";
        const string Assign = "assign a collection";
        string[] tests =
        [
            "var r = await client.QueryAsync(new QueryRequest()); if (r.LastEvaluatedKey.Count > 0) { Console.WriteLine(); }",
            "var r = await client.QueryAsync(new QueryRequest()); var key = r.LastEvaluatedKey; if (!key.Any()) { Console.WriteLine(); }",
            "ScanResponse r; do { r = await client.ScanAsync(new ScanRequest()); } while (r.LastEvaluatedKey.Count != 0);",
            "var r = await client.GetItemAsync(new GetItemRequest()); if (r.Item.Count == 0) Console.WriteLine();",
        ];
        string[] filled =
        [
            "var q = new TransactWriteItemsRequest(); q.TransactItems.Add(new TransactWriteItem()); await client.TransactWriteItemsAsync(q);",
            "PutItemRequest q = new() { TableName = \"orders\" }; q.Item[\"a\"] = new AttributeValue(); await client.PutItemAsync(q);",
            "await client.ScanAsync(new ScanRequest { ExpressionAttributeNames = { [\"#a\"] = \"a\" } });",
            "var q = new PutItemRequest { TableName = \"orders\", Item = { [\"a\"] = new AttributeValue(\"1\"), [\"b\"] = new AttributeValue(\"2\") } }; await client.PutItemAsync(q);",
        ];
        return tests.Select(code => new FixCase("DG3012", Test, new NullCollectionAnalyzer(), new TestForItemsCodeFix(), code))
            .Concat(filled.Select(code => new FixCase("DG3012", Assign, new NullCollectionAnalyzer(), new AssignCollectionCodeFix(), code)));
    }

    private static IEnumerable<FixCase> Writes()
    {
        const string Again = "send again what was not processed, with a delay that doubles";
        const string Alone = "write the item without a transaction";
        const string Await = "await the request";
        const string Inside = "create the batch inside of the loop";
        string[] batches =
        [
            "await client.BatchWriteItemAsync(new BatchWriteItemRequest());",
            "_ = await client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>());",
            "var request = new BatchWriteItemRequest(); await client.BatchWriteItemAsync(request).ConfigureAwait(false);",
            "var request = new BatchWriteItemRequest(); if (number > 1) await client.BatchWriteItemAsync(request);",
            "var r = await client.BatchGetItemAsync(new BatchGetItemRequest()); Console.WriteLine(r.Responses);",
        ];
        string[] transactions =
        [
            $"await client.TransactWriteItemsAsync(new TransactWriteItemsRequest {{ TransactItems = [new() {{ {Written} }}] }});",
            $"_ = await client.TransactWriteItemsAsync(new TransactWriteItemsRequest {{ TransactItems = new() {{ new() {{ {Written} }} }} }});",
        ];
        string[] reused =
        [
            "var batch = context.CreateBatchWrite<object>(); for (var i = 0; i < 9; i++) { batch.AddPutItem(i); await batch.ExecuteAsync(); }",
            "var batch = context.CreateBatchGet<object>(); "
                + "while (number > 1) { batch.AddKey(number); await batch.ExecuteAsync(); Console.WriteLine(batch.Results); }",
        ];
        return batches.Select(code => new FixCase("DG4002", Again, new UnprocessedAnalyzer(), new SendAgainCodeFix(), code))
            .Concat(transactions.Select(code => new FixCase("DG4005", Alone, new TransactionAnalyzer(), new SingleWriteCodeFix(), code)))
            .Concat(reused.Select(code => new FixCase("DG4012", Inside, new ReusedBatchAnalyzer(), new BatchInLoopCodeFix(), code)))
            .Append(new FixCase("DG4010", Await, new DroppedTaskAnalyzer(), new AwaitTaskCodeFix(), "client.PutItemAsync(new PutItemRequest());")
            {
                Places = [.. FixSource.Places, "plain single"],
            })
            .Append(new FixCase("DG4010", Await, new DroppedTaskAnalyzer(), new AwaitTaskCodeFix(), "var task = client.PutItemAsync(new PutItemRequest());")
            {
                Places = [.. FixSource.Places, .. FixSource.AsyncPlaces.Where(place => place != FixSource.TopLevel)],
            });
    }

    private static IEnumerable<FixCase> Regions()
    {
        const string Worldwide = "[Table(\"tab\"), Replica(\"eu-west-1\"), Replica(\"us-east-1\")] public sealed partial class T; ";
        const string Count = "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record A(string Id, int Count); ";
        (string Rule, DiagnosticAnalyzer Analyzer, string Code)[] cases =
        [
            ("DG8002", new RegionEntityAnalyzer(), "[Entity<T>, Key(\"{Id}\", \"A\")] public sealed partial record A(string Id, [property: OptimisticLock] long Version);"),
            ("DG8003", new RegionEntityAnalyzer(), "[Entity<T>, Key(\"{Id}\", \"A\"), Unique(\"N#{Name}\")] public sealed partial record A(string Id, string Name);"),
            ("DG8004", new RegionPatternAnalyzer(), Count + "[Repository<A>] public partial interface IA { System.Threading.Tasks.ValueTask Create(A a); }"),
            ("DG8005", new RegionPatternAnalyzer(), Count + "[Repository<A>] public partial interface IA { DynamoGen.Transactions.WriteAction Put(A a); }"),
            ("DG8006", new RegionEntityAnalyzer(), "public sealed record Happened(string What); [Entity<T>, Key(\"{StreamId}\", \"{Version}\")] "
                + "public sealed partial record Stored : DynamoGen.EventSourcing.StoredEvent<Happened>;"),
            ("DG8009", new RegionPatternAnalyzer(), Count + "[Repository<A>] public partial interface IA { "
                + "[Update(\"ADD Count {by}\")] System.Threading.Tasks.ValueTask Update(string id, int by); }"),
        ];
        foreach (var (rule, analyzer, code) in cases)
        {
            yield return new(rule, "have the first region write", analyzer, new OneRegionCodeFix(), Worldwide + code) { Places = [] };
        }

        var counted = cases.Single(static single => single.Rule == "DG8009");
        yield return new(counted.Rule, "count in each region for itself", counted.Analyzer, new RegionalCounterCodeFix(), Worldwide + counted.Code) { Places = [] };
    }

    private static IEnumerable<FixCase> Schema()
    {
        yield return new("DG7001", "write the upcaster", new SchemaLockAnalyzer(), new AddUpcasterCodeFix(),
            Locked.Replace("int Total", "string Total", StringComparison.Ordinal))
        { Places = [], Locked = Locked };
        yield return new("DG7001", "keep what items hold by `[UnknownAttributes]`", new SchemaLockAnalyzer(), new KeepUnknownAttributesCodeFix(),
            Locked.Replace(", int Total", string.Empty, StringComparison.Ordinal))
        { Places = [], Locked = Locked };
        yield return new("DG7001", "accept the change in the lock", new SchemaLockAnalyzer(), new AcceptChangeCodeFix(),
            Locked.Replace("int Total", "string Total", StringComparison.Ordinal))
        { Places = [], Locked = Locked };
        yield return new("DG7002", "accept the change in the lock", new SchemaLockAnalyzer(), new AcceptChangeCodeFix(),
            Locked.Replace("{Id}", "ORDER#{Id}", StringComparison.Ordinal))
        { Places = [], Locked = Locked };
        yield return new("DG7003", "update the lock", new SchemaLockAnalyzer(), new UpdateLockCodeFix(),
            Locked.Replace("int Total", "long Total", StringComparison.Ordinal))
        { Places = [], Locked = Locked };
    }
}
