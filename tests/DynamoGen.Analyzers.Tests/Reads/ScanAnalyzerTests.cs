using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class ScanAnalyzerTests
{
    private static Task Reports(string members, params string[] options) =>
        RuleTest<ScanAnalyzer>.Reports(ScanSource.Of(members), options);

    [Theory]
    [InlineData("client.{|DG3001:ScanAsync|}(new ScanRequest(\"orders\"))")]
    [InlineData("client.{|DG3001:ScanAsync|}(new ScanRequest(), default)")]
    [InlineData("client.{|DG3001:ScanAsync|}(\"orders\", new List<string>())")]
    [InlineData("client.{|DG3001:ScanAsync|}(\"orders\", new Dictionary<string, Condition>())")]
    [InlineData("client.{|DG3001:ScanAsync|}(\"orders\", null, null)")]
    [InlineData("client?.{|DG3001:ScanAsync|}(new ScanRequest())")]
    [InlineData("client.Paginators.{|DG3001:Scan|}(new ScanRequest())")]
    [InlineData("concreteClient.{|DG3001:ScanAsync|}(new ScanRequest())")]
    [InlineData("context.{|DG3001:ScanAsync|}<Order>(new List<ScanCondition>())")]
    [InlineData("context.{|DG3001:ScanAsync|}<Order>(new List<ScanCondition>(), new ScanConfig())")]
    [InlineData("context.{|DG3001:ScanAsync|}<Order>(new ContextExpression())")]
    [InlineData("context.{|DG3001:FromScanAsync|}<Order>(new ScanOperationConfig())")]
    [InlineData("concreteContext.{|DG3001:ScanAsync|}<Order>(new List<ScanCondition>())")]
    [InlineData("concreteContext.{|DG3001:FromScanAsync|}<Order>(new ScanOperationConfig())")]
    [InlineData("table.{|DG3001:Scan|}(new ScanFilter())")]
    [InlineData("table.{|DG3001:Scan|}(new Expression())")]
    [InlineData("table.{|DG3001:Scan|}(new ScanOperationConfig())")]
    [InlineData("table.{|DG3001:Scan|}(new ScanDocumentOperationRequest())")]
    [InlineData("concreteTable.{|DG3001:Scan|}(new ScanFilter())")]
    [InlineData("new Func<ScanRequest, CancellationToken, Task<ScanResponse>>(client.{|DG3001:ScanAsync|})")]
    public Task Flags_every_form_of_Scan(string call) => Reports($"void M() => Use({call});");

    [Theory]
    [InlineData("context.ScanAsync<Order>(new List<ScanCondition>());")]
    [InlineData("table.Scan(new ScanFilter());")]
    [InlineData("client.Paginators.Scan(new ScanRequest());")]
    [InlineData("_ = client.{|DG3001:ScanAsync|}(new ScanRequest());")]
    public Task Leaves_searches_alone_that_are_never_asked(string statement) => Reports($"void M() {{ {statement} }}");

    [Theory]
    [InlineData("client.QueryAsync(new QueryRequest())")]
    [InlineData("client.Paginators.Query(new QueryRequest())")]
    [InlineData("context.QueryAsync<Order>(\"id\")")]
    [InlineData("table.Query(new QueryFilter())")]
    [InlineData("nameof(client.ScanAsync)")]
    public Task Leaves_queries_and_names_alone(string call) => Reports($"void M() => Use({call});");

    [Fact]
    public Task Leaves_methods_of_other_libraries_alone() => Reports("""
        void M(Rx.Observable observable, Redis.IAmazonDynamoDB redis)
        {
            observable.Scan(0, (sum, value) => sum + value);
            redis.ScanAsync("pattern");
            ScanAsync();
        }

        Task ScanAsync() => Task.CompletedTask;
        """);

    [Fact]
    public Task Flags_a_call_through_any_implementation_of_the_client() =>
        Reports("void M(Cached cached, Renamed renamed) { Use(cached.{|DG3001:Scan|}(new ScanRequest())); Use(renamed.Scan(new ScanRequest())); }");

    [Fact]
    public Task Flags_a_call_through_a_class_derived_from_the_client() =>
        Reports("void M(Derived derived) => derived.{|DG3001:ScanAsync|}(new ScanRequest());");

    [Fact]
    public async Task Flags_the_synchronous_methods_of_older_SDKs()
    {
        const string OldSdk = """
            namespace Amazon.DynamoDBv2 { public interface IAmazonDynamoDB { void Scan(string tableName); } }
            namespace Amazon.DynamoDBv2.DataModel { public interface IDynamoDBContext { void FromScan<T>(); } }
            """;
        const string Source = """
            class C
            {
                void M(Amazon.DynamoDBv2.IAmazonDynamoDB client, Amazon.DynamoDBv2.DataModel.IDynamoDBContext context)
                {
                    client.Scan("orders");
                    context.FromScan<string>();
                }
            }
            """;
        var diagnostics = await Diagnosis.Of([Source, OldSdk], References.Framework);
        Assert.Equal(["DG3001", "DG3001"], diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public Task Flags_calls_in_constructors_lambdas_local_functions_and_initializers() => Reports("""
        C() => Use(client.{|DG3001:ScanAsync|}(new ScanRequest()));
        static object Field = new AmazonDynamoDBClient().{|DG3001:ScanAsync|}(new ScanRequest());
        object Property => client.{|DG3001:ScanAsync|}(new ScanRequest());
        void M()
        {
            Action lambda = () => client.{|DG3001:ScanAsync|}(new ScanRequest());
            void Local() => client.{|DG3001:ScanAsync|}(new ScanRequest());
        }
        """);

    [Fact]
    public Task Leaves_generated_code_alone() =>
        RuleTest<ScanAnalyzer>.Reports("// <auto-generated/>\n" + ScanSource.Of("void M() => Use(client.ScanAsync(new ScanRequest()));"));
}
