using DynamoGen.Analyzers.Clients;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Clients;

public sealed class ClientPerCallTests
{
    [Theory]
    [InlineData("public async Task Handle() { var c = {|DG6001:new AmazonDynamoDBClient|}(); await c.ListTablesAsync(); }")]
    [InlineData("public async Task Handle() { using var c = {|DG6001:new AmazonDynamoDBClient|}(); await c.ListTablesAsync(); }")]
    [InlineData("public async Task Handle() { using (var c = {|DG6001:new AmazonDynamoDBClient|}()) { await c.ListTablesAsync(); } }")]
    [InlineData("public async Task Handle() { IAmazonDynamoDB c = {|DG6001:new AmazonDynamoDBClient|}(); await c.ListTablesAsync(); }")]
    [InlineData("static async Task Save() { using var c = {|DG6001:new AmazonDynamoDBClient|}(); await c.ListTablesAsync(); }")]
    [InlineData("static async Task Save() { using (var c = {|DG6001:new AmazonDynamoDBClient|}()) { await c.ListTablesAsync(); } }")]
    [InlineData("public Task Handle() => {|DG6001:new AmazonDynamoDBClient|}().ListTablesAsync();")]
    [InlineData("public async Task Handle() { var x = new DynamoDBContext({|DG6001:new AmazonDynamoDBClient|}()); await x.SaveAsync(new object()); }")]
    [InlineData("public async Task Handle() { var c = {|DG6001:new AmazonDynamoDBClient|}(); var x = new DynamoDBContext(c); await x.SaveAsync(new object()); }")]
    [InlineData("public async Task CreateOrder() { AmazonDynamoDBClient c = {|DG6001:new|}(); await c.ListTablesAsync(); }")]
    [InlineData("void MapGet(string route, Func<Task> answer) { } static void Run(C app) => app.MapGet(\"/\", async () => { var c = {|DG6001:new AmazonDynamoDBClient|}(); await c.ListTablesAsync(); });")]
    public Task Flags_a_client_for_one_call(string members) => RuleTest<ClientPerCallAnalyzer>.Reports(SdkSource.Of(members));

    [Theory]
    [InlineData("private readonly IAmazonDynamoDB kept = new AmazonDynamoDBClient();")]
    [InlineData("static readonly AmazonDynamoDBClient Kept = new();")]
    [InlineData("IAmazonDynamoDB Kept { get; } = new AmazonDynamoDBClient();")]
    [InlineData("private IAmazonDynamoDB kept = null!; public C() { kept = new AmazonDynamoDBClient(); var c = new AmazonDynamoDBClient(); Use(c.ListTablesAsync()); }")]
    [InlineData("private IAmazonDynamoDB? kept; public void Handle() { kept ??= new AmazonDynamoDBClient(); var c = new AmazonDynamoDBClient(); kept = c; }")]
    [InlineData("public IAmazonDynamoDB Create() => new AmazonDynamoDBClient();")]
    [InlineData("public IAmazonDynamoDB Create() { var c = new AmazonDynamoDBClient(); Use(c.Config.ServiceURL); return c; }")]
    [InlineData("public IDynamoDBContext Create() => new DynamoDBContext(new AmazonDynamoDBClient());")]
    [InlineData("public IDynamoDBContext Create() { var c = new AmazonDynamoDBClient(); var x = new DynamoDBContext(c); return x; }")]
    [InlineData("record Store(IAmazonDynamoDB Client); public object Create() { var s = new Store(new AmazonDynamoDBClient()); return s; }")]
    [InlineData("public void Handle() { var c = new AmazonDynamoDBClient(); Use(c); }")]
    [InlineData("static void Add(Func<IAmazonDynamoDB> create) { } public void Handle() => Add(() => new AmazonDynamoDBClient());")]
    [InlineData("static void AddSingleton(Action<object> create) { } public void Handle() => AddSingleton(o => { var c = new AmazonDynamoDBClient(); Use(c.ListTablesAsync()); });")]
    [InlineData("public void ConfigureServices() { var c = new AmazonDynamoDBClient(); Use(c.ListTablesAsync()); }")]
    [InlineData("static async Task Main() { var c = new AmazonDynamoDBClient(); await c.ListTablesAsync(); }")]
    [InlineData("static async Task Main() { using var c = new AmazonDynamoDBClient(); await c.ListTablesAsync(); }")]
    [InlineData("static async Task Seed() { var c = new AmazonDynamoDBClient(); await c.ListTablesAsync(); }")]
    [InlineData("class AmazonDynamoDBClient { public void Call() { } } public void Handle() { var c = new AmazonDynamoDBClient(); c.Call(); }")]
    public Task Leaves_others_alone(string members) => RuleTest<ClientPerCallAnalyzer>.Reports(SdkSource.Of(members));

    [Fact]
    public Task Test_projects_are_left_alone() => RuleTest<ClientPerCallAnalyzer>.ReportsInTestProject(
        SdkSource.Of("public async Task Handle() { var c = new AmazonDynamoDBClient(); await c.ListTablesAsync(); }"));
}
