using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;
using DynamoGen.CodeFixes.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class ReusedBatchTests
{
    private const string Write = "var batch = context.CreateBatchWrite<Order>();";
    private const string Read = "var batch = context.CreateBatchGet<Order>();";

    private static string Source(string statements) => SdkSource.Of($$"""
        public class Order { }
        async Task M(IEnumerable<Order[]> chunks, List<Order> orders, IAsyncSearch<Order> search)
            {
        {{statements}}
            }
        """);

    [Theory]
    [InlineData(Write + "foreach (var chunk in chunks) { batch.AddPutItems(chunk); await batch.{|DG4012:ExecuteAsync|}(); }")]
    [InlineData(
        Write + "foreach (var chunk in chunks) { foreach (var o in chunk) batch.AddPutItem(o); "
        + "await batch.{|DG4012:ExecuteAsync|}(default).ConfigureAwait(false); }")]
    [InlineData(Write + "do { batch.AddDeleteItems(await search.GetNextSetAsync()); await batch.{|DG4012:ExecuteAsync|}(); } while (!search.IsDone);")]
    [InlineData(
        Write + "for (var i = 0; i < orders.Count; i += 25) { batch.AddPutItems(orders.Skip(i).Take(25)); "
        + "await batch.{|DG4012:ExecuteAsync|}(); }")]
    [InlineData(
        Write + "int n = 0; foreach (var o in orders) { batch.AddPutItem(o); if (++n == 25) { await batch.{|DG4012:ExecuteAsync|}(); n = 0; "
        + "} } await batch.ExecuteAsync();")]
    [InlineData(Write + "for (var i = 0; i < 99; i++) { batch.AddPutItem(orders[i]); if (i % 25 == 24) await batch.{|DG4012:ExecuteAsync|}(); }")]
    [InlineData(
        Write + "batch.AddDeleteKey(\"a\"); foreach (var chunk in chunks) { try { batch.AddPutItems(chunk); "
        + "await batch.{|DG4012:ExecuteAsync|}(); } catch (Exception e) { Use(e); } }")]
    [InlineData(
        "IBatchWrite<Order> batch; batch = context.CreateBatchWrite<Order>(); foreach (var c in chunks) { batch.AddPutItems(c); "
        + "await batch.{|DG4012:ExecuteAsync|}(); }")]
    [InlineData("foreach (var c in chunks) { " + Write + " foreach (var o in c) { batch.AddPutItem(o); await batch.{|DG4012:ExecuteAsync|}(); } }")]
    [InlineData(
        Read + "foreach (var c in chunks) { foreach (var o in c) batch.AddKey(o); await batch.{|DG4012:ExecuteAsync|}(); "
        + "orders.AddRange(batch.Results); }")]
    [InlineData(
        "var batch = table.CreateBatchWrite(); foreach (var c in chunks) { batch.AddDocumentToPut(new Document()); "
        + "await batch.{|DG4012:ExecuteAsync|}(); }")]
    public Task Flags_batches_that_a_loop_fills_and_sends(string statements) => RuleTest<ReusedBatchAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData("foreach (var chunk in chunks) { " + Write + " batch.AddPutItems(chunk); await batch.ExecuteAsync(); }")]
    [InlineData(Write + "foreach (var chunk in chunks) { batch.AddPutItems(chunk); } await batch.ExecuteAsync();")]
    [InlineData(
        Write + "batch.AddPutItems(orders); for (var i = 0; i < 3; i++) { try { await batch.ExecuteAsync(); break; "
        + "} catch (AmazonDynamoDBException) { } }")]
    [InlineData(Write + "foreach (var c in chunks) { batch.AddPutItems(c); await batch.ExecuteAsync(); batch = context.CreateBatchWrite<Order>(); }")]
    [InlineData(Write + "foreach (var c in chunks) { batch.AddPutItems(c); await batch.ExecuteAsync(); break; }")]
    [InlineData(Write + "foreach (var c in chunks) { batch.AddPutItems(c); if (c.Length > 1) { await batch.ExecuteAsync(); return; } }")]
    [InlineData(Write + "for (var i = 0; i < 9; i++) { batch.AddPutItem(orders[i]); if (i == 8) await batch.ExecuteAsync(); }")]
    [InlineData(Write + "foreach (var o in orders) { if (o is null) { await batch.ExecuteAsync(); } else { batch.AddPutItem(o); } }")]
    [InlineData(
        Write + "foreach (var c in chunks) { batch.AddPutItems(c); await batch.ExecuteAsync(); Renew(ref batch); "
        + "} void Renew(ref IBatchWrite<Order> b) { }")]
    [InlineData(Write + "foreach (var c in chunks) { batch.AddPutItems(c); await batch.ExecuteAsync(); Use(batch); }")]
    [InlineData(
        "var batch = new Mine(); foreach (var c in chunks) { batch.AddPutItems(c); await batch.ExecuteAsync(); "
        + "} } class Mine { public void AddPutItems(object o) { } public Task ExecuteAsync() => Task.CompletedTask; ")]
    [InlineData(
        "var batch = Made(); foreach (var c in chunks) { batch.AddPutItems(c); await batch.ExecuteAsync(); "
        + "} } IBatchWrite<Order> Made() => context.CreateBatchWrite<Order>(); void N() { ")]
    public Task Leaves_others_alone(string statements) => RuleTest<ReusedBatchAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<ReusedBatchAnalyzer>.ReportsInTestProject(
        Source(Write + "foreach (var chunk in chunks) { batch.AddPutItems(chunk); await batch.ExecuteAsync(); }"));

    [Fact]
    public Task Fix_moves_each_creation_into_its_loop() => RuleTest<ReusedBatchAnalyzer>.Fixes<BatchInLoopCodeFix>(
        Source("""
                    // Written 25 at a time.
                    var batch = context.CreateBatchWrite<Order>();
                    foreach (var chunk in chunks)
                    {
                        // One chunk.
                        batch.AddPutItems(chunk);
                        await batch.{|DG4012:ExecuteAsync|}();
                    }

                    var reads = context.CreateBatchGet<Order>(new BatchGetConfig());
                    for (var i = 0; i < 4; i++)
                    {
                        if (i > 2) reads.AddKey("a", i);
                        await reads.{|DG4012:ExecuteAsync|}();
                        orders.AddRange(reads.Results);
                    }
            """),
        Source("""
                    // Written 25 at a time.
                    foreach (var chunk in chunks)
                    {
                        var batch = context.CreateBatchWrite<Order>();
                        // One chunk.
                        batch.AddPutItems(chunk);
                        await batch.ExecuteAsync();
                    }

                    for (var i = 0; i < 4; i++)
                    {
                        var reads = context.CreateBatchGet<Order>(new BatchGetConfig());
                        if (i > 2) reads.AddKey("a", i);
                        await reads.ExecuteAsync();
                        orders.AddRange(reads.Results);
                    }
            """));

    [Theory]
    [InlineData(Write + "int n = 0; foreach (var o in orders) { batch.AddPutItem(o); if (++n == 25) { await batch.{|DG4012:ExecuteAsync|}(); n = 0; } }")]
    [InlineData(Write + "batch.AddDeleteKey(\"a\"); foreach (var chunk in chunks) { batch.AddPutItems(chunk); await batch.{|DG4012:ExecuteAsync|}(); }")]
    [InlineData(
        Write + "foreach (var c in chunks) { try { batch.AddPutItems(c); await batch.{|DG4012:ExecuteAsync|}(); "
        + "} catch (Exception e) { Use(e); } }")]
    [InlineData(Write + "foreach (var c in chunks) { batch.AddPutItems(c); if (c.Length == 1) { continue; } await batch.{|DG4012:ExecuteAsync|}(); }")]
    [InlineData(Write + "foreach (var c in chunks) { batch.AddPutItem(c[0]); await batch.{|DG4012:ExecuteAsync|}(); batch.AddPutItem(c[1]); }")]
    [InlineData(Read + "foreach (var c in chunks) { batch.AddKey(c); await batch.{|DG4012:ExecuteAsync|}(); } Use(batch.Results);")]
    public Task Fix_is_not_offered_where_turns_share_the_batch(string statements) =>
        RuleTest<ReusedBatchAnalyzer>.OffersNo<BatchInLoopCodeFix>(Source(statements));
}
