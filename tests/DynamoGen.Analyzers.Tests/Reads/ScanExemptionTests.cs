using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Reads;

public sealed class ScanExemptionTests
{
    private const string FlaggedScan = "void M() => Use(client.{|DG3001:ScanAsync|}(new ScanRequest()));";
    private const string Scan = "void M() => Use(client.ScanAsync(new ScanRequest()));";

    private static Task Reports(string members, params string[] options) =>
        RuleTest<ScanAnalyzer>.Reports(ScanSource.Of(members), options);

    [Fact]
    public Task A_reason_on_the_method_allows_its_scans() => Reports($"[AllowScan(\"nightly export\")] {Scan}");

    [Fact]
    public Task A_reason_on_the_method_allows_scans_in_its_lambdas_and_local_functions() => Reports("""
        [AllowScan("nightly export")]
        void M()
        {
            Action lambda = () => client.ScanAsync(new ScanRequest());
            void Local() => client.ScanAsync(new ScanRequest());
        }
        """);

    [Fact]
    public Task A_reason_on_a_lambda_or_local_function_allows_only_its_own_scans() => Reports("""
        void M()
        {
            Action lambda = [AllowScan("export")] () => client.ScanAsync(new ScanRequest());
            [AllowScan("export")] void Local() => client.ScanAsync(new ScanRequest());
            client.{|DG3001:ScanAsync|}(new ScanRequest());
        }
        """);

    [Fact]
    public Task A_reason_on_an_accessor_allows_its_scans() =>
        Reports("object Items { [AllowScan(\"export\")] get => client.ScanAsync(new ScanRequest()); set => client.{|DG3001:ScanAsync|}(new ScanRequest()); }");

    [Theory]
    [InlineData("[AllowScan(\"export\")] object Items => client.ScanAsync(new ScanRequest());")]
    [InlineData("[AllowScan(\"export\")] object Items { get => client.ScanAsync(new ScanRequest()); set => client.ScanAsync(new ScanRequest()); }")]
    public Task A_reason_on_a_property_allows_the_scans_of_its_accessors(string member) => Reports(member);

    [Fact]
    public Task A_reason_on_a_type_allows_scans_in_it_and_in_nested_types() => Reports("""
        [AllowScan("export")]
        class Export(IAmazonDynamoDB client)
        {
            object field = client.ScanAsync(new ScanRequest());
            class Nested(IAmazonDynamoDB client) { object M() => client.ScanAsync(new ScanRequest()); }
        }
        """);

    [Fact]
    public Task A_reason_on_the_assembly_allows_all_scans() =>
        RuleTest<ScanAnalyzer>.Reports(ScanSource.Of(Scan, "[assembly: AllowScan(\"an export tool\")]"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public Task An_empty_reason_allows_nothing(string reason) => Reports($"[AllowScan(\"{reason}\")] {FlaggedScan}");

    [Fact]
    public Task Another_librarys_AllowScan_allows_nothing() => Reports($$"""
        class AllowScanAttribute(string why) : Attribute;
        [AllowScan("export")] {{FlaggedScan}}
        """);

    [Theory]
    [InlineData("Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken token) => client.ScanAsync(request, token);")]
    [InlineData("async Task<ScanResponse> ScanPage(ScanRequest request) { return await client.ScanAsync(request).ConfigureAwait(false); }")]
    [InlineData("void Scan(ScanRequest request) => client.ScanAsync(request, default);")]
    [InlineData("Task<ScanResponse> ScanWithRetry(ScanRequest request) => Retry(token => client.ScanAsync(request, token));")]
    [InlineData("IAsyncSearch<T> ScanAsync<T>(IEnumerable<ScanCondition> conditions) => context.ScanAsync<T>(conditions);")]
    [InlineData("ISearch Scan(ScanFilter filter) { return table.Scan(filter); }")]
    public Task A_method_named_Scan_that_only_forwards_is_exempt(string method) =>
        Reports($"{method}\nTask<ScanResponse> Retry(Func<CancellationToken, Task<ScanResponse>> action) => action(default);");

    [Theory]
    [InlineData("class Logged : AmazonDynamoDBClient { public override async Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken token = default) { Console.WriteLine(request.TableName); return await base.ScanAsync(request, token); } }")]
    [InlineData("class Hook(IAmazonDynamoDB inner) : IDisposable { public void Dispose() { } void M(ScanRequest r) => inner.ScanAsync(r); }")]
    [InlineData("class Traced(IAmazonDynamoDB inner) : AmazonDynamoDBClient, IAmazonDynamoDB { Task<ScanResponse> IAmazonDynamoDB.ScanAsync(ScanRequest request, CancellationToken token) { Console.WriteLine(request); return inner.ScanAsync(request, token); } }")]
    public Task A_client_that_wraps_another_leaves_the_decision_to_its_callers(string type) => Reports(type);

    [Theory]
    [InlineData("void M() => Setup(c => c.ScanAsync(new ScanRequest(), default)); void Setup(System.Linq.Expressions.Expression<Func<IAmazonDynamoDB, Task>> call) { }")]
    public Task An_expression_tree_reads_nothing(string member) => Reports(member);

    [Theory]
    [InlineData("void ScanOrders() => client.{|DG3001:ScanAsync|}(new ScanRequest(\"orders\"));")]
    [InlineData("void Scan(ScanRequest request) { request.Limit = 5; client.{|DG3001:ScanAsync|}(request); }")]
    [InlineData("IAsyncSearch<Order> ScanOrders(IEnumerable<ScanCondition> conditions) => context.{|DG3001:ScanAsync|}<Order>(conditions);")]
    [InlineData("void Export(ScanRequest? request) { request ??= new ScanRequest(\"orders\"); client.{|DG3001:ScanAsync|}(request); }")]
    public Task A_method_that_decides_to_scan_is_flagged_whatever_its_name(string method) => Reports(method);

    [Theory]
    [InlineData("C")]
    [InlineData("Some.Other, C")]
    public Task An_allowed_type_may_scan(string types) => Reports(Scan, $"dynamogen.DG3001.allowed_types = {types}");

    [Theory]
    [InlineData("void M() { client.ScanAsync(\"settings\", new List<string>()); client.{|DG3001:ScanAsync|}(\"orders\", new List<string>()); }")]
    [InlineData("void M() { var request = new ScanRequest { TableName = \"settings\" }; client.ScanAsync(request); table.{|DG3001:Scan|}(new ScanFilter()); }")]
    [InlineData("[DynamoDBTable(\"settings\")] class Setting { } void M() => context.ScanAsync<Setting>(new List<ScanCondition>());")]
    public Task An_allowed_table_may_be_scanned(string members) => Reports(members, "dynamogen.DG3001.allowed_tables = countries, settings");

    [Fact]
    public Task An_allowed_type_covers_its_nested_types_and_is_named_in_full() => RuleTest<ScanAnalyzer>.Reports(
        """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        namespace Shop
        {
            class Export<T> { class Nested { object M(IAmazonDynamoDB client) => client.ScanAsync(new ScanRequest()); } }
            class Orders { object M(IAmazonDynamoDB client) => client.{|DG3001:ScanAsync|}(new ScanRequest()); }
        }
        """,
        "dynamogen.DG3001.allowed_types = Shop.Export, Orders");

    [Theory]
    [InlineData("xunit.v3.core", 0)]
    [InlineData("xunit.core", 0)]
    [InlineData("nunit.framework", 0)]
    [InlineData("Microsoft.VisualStudio.TestPlatform.TestFramework", 0)]
    [InlineData("Moq", 0)]
    [InlineData("NSubstitute", 0)]
    [InlineData("FakeItEasy", 0)]
    [InlineData("Moqueur", 1)]
    [InlineData("Xunitary", 1)]
    public async Task Test_projects_are_left_alone(string referencedAssembly, int expected)
    {
        var framework = FakeAssembly.Named(referencedAssembly);
        var diagnostics = await Diagnosis.Of(ScanSource.Of(Scan), framework);
        Assert.Equal(expected, diagnostics.Length);
    }

    [Fact]
    public Task Test_projects_are_analysed_where_the_option_says_so() =>
        RuleTest<ScanAnalyzer>.ReportsInTestProject(ScanSource.Of(FlaggedScan), "dynamogen.exclude_test_projects = false");

    [Fact]
    public Task Test_projects_are_left_alone_where_the_option_cannot_be_read() =>
        RuleTest<ScanAnalyzer>.ReportsInTestProject(ScanSource.Of(Scan), "dynamogen.exclude_test_projects = maybe");
}
