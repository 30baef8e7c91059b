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

    [Theory]
    [InlineData("AmazonDynamoDBClient Connect() { var made = new AmazonDynamoDBClient(); return made; } public async Task Handle() { var c = {|DG6001:Connect|}(); await c.ListTablesAsync(); }")]
    [InlineData("IAmazonDynamoDB Connect() => new AmazonDynamoDBClient(); public Task Handle() => {|DG6001:Connect|}().ListTablesAsync();")]
    [InlineData("static AmazonDynamoDBClient Client => new(); public async Task Handle() { using var c = {|DG6001:Client|}; await c.ListTablesAsync(); }")]
    [InlineData("AmazonDynamoDBClient Client { get { return new AmazonDynamoDBClient(); } } public async Task Handle() { await {|DG6001:Client|}.ListTablesAsync(); }")]
    [InlineData("IDynamoDBContext Open() => new DynamoDBContext(new AmazonDynamoDBClient()); public async Task Handle() { var x = {|DG6001:Open|}(); await x.SaveAsync(new object()); }")]
    [InlineData("static class Clients { public static AmazonDynamoDBClient Make(bool local) { if (local) { return new AmazonDynamoDBClient(); } return new AmazonDynamoDBClient(new AmazonDynamoDBConfig()); } } public async Task Handle() { var c = Clients.{|DG6001:Make|}(true); await c.ListTablesAsync(); }")]
    public Task Flags_a_client_of_a_helper_that_makes_one_each_time(string members) => RuleTest<ClientPerCallAnalyzer>.Reports(SdkSource.Of(members));

    [Theory]
    [InlineData("AmazonDynamoDBClient? kept; AmazonDynamoDBClient Connect() => kept ??= new AmazonDynamoDBClient(); public async Task Handle() { var c = Connect(); await c.ListTablesAsync(); }")]
    [InlineData("AmazonDynamoDBClient? kept; AmazonDynamoDBClient Connect() { var c = new AmazonDynamoDBClient(); kept = c; return c; } public async Task Handle() { var c = Connect(); await c.ListTablesAsync(); }")]
    [InlineData("static AmazonDynamoDBClient Client { get; } = new(); public async Task Handle() { var c = Client; await c.ListTablesAsync(); }")]
    [InlineData("protected virtual AmazonDynamoDBClient Connect() => new(); public async Task Handle() { var c = Connect(); await c.ListTablesAsync(); }")]
    [InlineData("static AmazonDynamoDBClient Connect() => new(); private readonly IAmazonDynamoDB own = Connect(); public C() { var c = Connect(); Use(c.ListTablesAsync()); }")]
    [InlineData("static AmazonDynamoDBClient Connect() => new(); static async Task Main() { var c = Connect(); await c.ListTablesAsync(); }")]
    [InlineData("static AmazonDynamoDBClient Connect() => new(); static async Task Seed() { var c = Connect(); await c.ListTablesAsync(); }")]
    [InlineData("static AmazonDynamoDBClient Connect() => new(); static void AddSingleton(Func<object> make) { } public void Handle() => AddSingleton(() => Connect());")]
    [InlineData("AmazonDynamoDBClient Connect() => new(); public IAmazonDynamoDB Create() { var c = Connect(); return c; }")]
    [InlineData("AmazonDynamoDBClient Connect(AmazonDynamoDBClient given) => given; public async Task Handle(AmazonDynamoDBClient given) { var c = Connect(given); await c.ListTablesAsync(); }")]
    public Task Leaves_helpers_that_keep_it_and_other_callers_alone(string members) => RuleTest<ClientPerCallAnalyzer>.Reports(SdkSource.Of(members));

    [Fact]
    public Task Test_projects_are_left_alone() => RuleTest<ClientPerCallAnalyzer>.ReportsInTestProject(
        SdkSource.Of("public async Task Handle() { var c = new AmazonDynamoDBClient(); await c.ListTablesAsync(); }"));
}
