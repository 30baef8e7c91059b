using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;
using DynamoGen.CodeFixes.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class DroppedTaskTests
{
    private static string Source(string members) =>
        SdkSource.Of($"PutItemRequest put = new(); void Run(Action action) {{ }} void Run(Func<Task> action) {{ }} {members}");

    private static Task Reports(string members) => RuleTest<DroppedTaskAnalyzer>.Reports(Source(members));

    [Theory]
    [InlineData("void M() { client.{|DG4010:PutItemAsync|}(put); }")]
    [InlineData("void M() => client.{|DG4010:PutItemAsync|}(put);")]
    [InlineData("void M() => concreteClient.{|DG4010:PutItemAsync|}(put).ConfigureAwait(false);")]
    [InlineData("void M() => client?.{|DG4010:PutItemAsync|}(put);")]
    [InlineData("Task M() { context.{|DG4010:SaveAsync|}(put); return Task.CompletedTask; }")]
    [InlineData("void M() { context.CreateBatchWrite<object>().{|DG4010:ExecuteAsync|}(); }")]
    [InlineData("void M() { table.{|DG4010:PutItemAsync|}(new Document()); }")]
    [InlineData("void M() { Action a = () => context.{|DG4010:DeleteAsync|}(put); }")]
    [InlineData("async Task M() { await Task.Yield(); void Local() { client.{|DG4010:PutItemAsync|}(put); } Local(); }")]
    [InlineData("void M() { {|DG4010:Save|}(); } Task Save() => client.PutItemAsync(put);")]
    [InlineData("void M() { {|DG4010:Save|}(); } async Task Save() { await Task.Yield(); await client.PutItemAsync(put).ConfigureAwait(false); }")]
    [InlineData("void M() { new Derived().{|DG4010:PutItemAsync|}(put); } class Derived : AmazonDynamoDBClient { public override Task<PutItemResponse> PutItemAsync(PutItemRequest r, CancellationToken t = default) => base.PutItemAsync(r, t); }")]
    public Task Flags_requests_that_nobody_awaits(string members) => Reports(members);

    [Theory]
    [InlineData("void M() { var task = client.{|DG4010:PutItemAsync|}(put); }")]
    [InlineData("void M() { Task task = context.{|DG4010:SaveAsync|}(put), other = Task.CompletedTask; other.Wait(); }")]
    [InlineData("async Task M() { var task = client.{|DG4010:PutItemAsync|}(put).ConfigureAwait(false); await Task.Yield(); }")]
    public Task Flags_a_task_in_a_local_that_nobody_looks_at(string members) => Reports(members);

    [Theory]
    [InlineData("Task M() => client.PutItemAsync(put);")]
    [InlineData("void M() { _ = client.PutItemAsync(put); }")]
    [InlineData("void M() => client.PutItemAsync(put).Wait();")]
    [InlineData("void M() { var task = client.PutItemAsync(put); task.Wait(); }")]
    [InlineData("void M() { var task = client.PutItemAsync(put); Run(() => task); }")]
    [InlineData("void M() { var _ = client.PutItemAsync(put); }")]
    [InlineData("async Task M() { var response = await client.PutItemAsync(put); }")]
    [InlineData("async Task M() => await client.PutItemAsync(put);")]
    [InlineData("void M() { Run(() => client.PutItemAsync(put)); }")]
    [InlineData("void M() { context.QueryAsync<object>(\"id\"); }")]
    [InlineData("void M() { client.PutItemAsync(put).ContinueWith(t => Use(t.Exception)); }")]
    [InlineData("void M() { Verify(c => c.PutItemAsync(put, default)); } void Verify(System.Linq.Expressions.Expression<Action<IAmazonDynamoDB>> e) { }")]
    [InlineData("void M() { PutItemAsync(put); } Task PutItemAsync(object o) => Task.CompletedTask;")]
    [InlineData("void M() { Save(); } async Task Save() { try { await client.PutItemAsync(put); } catch (Exception e) { Use(e); } }")]
    [InlineData("void M() { Save().Wait(); } Task Save() => client.PutItemAsync(put);")]
    [InlineData("void M() { Save(); } void Save() => client.PutItemAsync(put).Wait();")]
    [InlineData("void M() { Later(); } Task Later() { Run(() => client.PutItemAsync(put)); return Task.CompletedTask; }")]
    public Task Leaves_awaited_returned_and_discarded_tasks_alone(string members) => Reports(members);

    [Fact]
    public Task Leaves_async_members_to_the_compiler() => Reports("""

        #pragma warning disable CS4014 // The compiler says it here, so that the rule does not.
        async Task M() { await Task.Yield(); client.PutItemAsync(put); }
        """);

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<DroppedTaskAnalyzer>.ReportsInTestProject(Source("void M() => client.PutItemAsync(put);"));

    [Fact]
    public Task Fix_awaits_in_an_async_method() => RuleTest<DroppedTaskAnalyzer>.Fixes<AwaitTaskCodeFix>(
        Source("""

                public void M()
                {
                    client.{|DG4010:PutItemAsync|}(put);
                    context.{|DG4010:SaveAsync|}(put).ConfigureAwait(false);
                }

                static void N(IAmazonDynamoDB client) => client.{|DG4010:PutItemAsync|}(null);
            """),
        Source("""

                public async Task M()
                {
                    await client.PutItemAsync(put);
                    await context.SaveAsync(put).ConfigureAwait(false);
                }

                static async Task N(IAmazonDynamoDB client) => await client.PutItemAsync(null);
            """));

    [Theory]
    [InlineData("void M() => Run(() => { client.{|DG4010:PutItemAsync|}(put); });", "void M() => Run(async () => { await client.PutItemAsync(put); });")]
    [InlineData("Task M() => Task.Run(() => { client.{|DG4010:PutItemAsync|}(put); });", "Task M() => Task.Run(async () => { await client.PutItemAsync(put); });")]
    [InlineData("Func<Task> F => () => { client.{|DG4010:PutItemAsync|}(put); return Task.CompletedTask; };", "Func<Task> F => async () => { await client.PutItemAsync(put); };")]
    [InlineData("public virtual Task M(bool b) { if (b) return Task.CompletedTask; client.{|DG4010:PutItemAsync|}(put); return Task.CompletedTask; }",
        "public virtual async Task M(bool b) { if (b) return; await client.PutItemAsync(put); }")]
    [InlineData("async Task M() { await Task.Yield(); var task = client.{|DG4010:PutItemAsync|}(put).ConfigureAwait(false); }",
        "async Task M() { await Task.Yield(); await client.PutItemAsync(put).ConfigureAwait(false); }")]
    public Task Fix_awaits_where_the_function_can_wait(string members, string fixedMembers) =>
        RuleTest<DroppedTaskAnalyzer>.Fixes<AwaitTaskCodeFix>(Source(members), Source(fixedMembers));

    [Theory]
    [InlineData("void M() { new List<PutItemRequest>().ForEach(one => client.{|DG4010:PutItemAsync|}(one)); }")]
    [InlineData("Task<int> M() { client.{|DG4010:PutItemAsync|}(put); return Task.FromResult(1); }")]
    [InlineData("void M() { Action a = () => client.{|DG4010:PutItemAsync|}(put); }")]
    [InlineData("public override string ToString() { client.{|DG4010:PutItemAsync|}(put); return \"\"; }")]
    [InlineData("C() { client.{|DG4010:PutItemAsync|}(put); }")]
    [InlineData("void OnClick(object sender, EventArgs e) { client.{|DG4010:PutItemAsync|}(put); }")]
    [InlineData("class D(IAmazonDynamoDB client) : IDisposable { public void Dispose() { client.{|DG4010:PutItemAsync|}(null); } }")]
    [InlineData("partial void N(); partial void N() { client.{|DG4010:PutItemAsync|}(put); }")]
    [InlineData("void M() { client.{|DG4010:PutItemAsync|}(put); } void N() { Action a = M; a(); M(); }")]
    [InlineData("void M() { client.{|DG4010:PutItemAsync|}(put); } void N() => Run(this.M);")]
    public Task Fix_is_not_offered_where_the_signature_is_given(string members) => RuleTest<DroppedTaskAnalyzer>.OffersNo<AwaitTaskCodeFix>(Source(members));

    [Theory]
    [InlineData("void M() { client?.{|DG4010:PutItemAsync|}(put); }")]
    [InlineData("void M() { lock (put) { client.{|DG4010:PutItemAsync|}(put); } }")]
    [InlineData("unsafe void M() { client.{|DG4010:PutItemAsync|}(put); }")]
    public Task Fix_is_not_offered_where_nothing_can_be_awaited(string members) => RuleTest<DroppedTaskAnalyzer>.OffersNo<AwaitTaskCodeFix>(Source(members));
}
