using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class StatementErrorTests
{
    private const string Run = "var r = await client.{|DG4014:BatchExecuteStatementAsync|}(s); ";
    private const string Seen = "var r = await client.BatchExecuteStatementAsync(s); ";

    private static string Source(string statements) => SdkSource.Of($$"""
        BatchExecuteStatementRequest s = new();
        object? Read(BatchStatementResponse one) => one.Error;
        async Task M(List<object> all)
            {
        {{statements}}
            }
        """);

    [Theory]
    [InlineData("await client.{|DG4014:BatchExecuteStatementAsync|}(s);")]
    [InlineData("_ = await concreteClient.{|DG4014:BatchExecuteStatementAsync|}(s, default).ConfigureAwait(false);")]
    [InlineData(Run + "Use(r.HttpStatusCode);")]
    [InlineData(Run + "foreach (var one in r.Responses) { all.Add(one.Item); }")]
    [InlineData(Run + "all.AddRange(r.Responses.Where(one => one.Item != null).Select(one => one.Item));")]
    [InlineData(Run + "var responses = r.Responses; for (var i = 0; i < responses.Count; i++) { Use(responses[i].Item); }")]
    [InlineData(Run + "r.Responses.ForEach(one => all.Add(one.TableName)); Use(r.Responses.Count);")]
    [InlineData("Use((await client.{|DG4014:BatchExecuteStatementAsync|}(s)).Responses[0].Item);")]
    public Task Flags_batches_without_a_look_at_the_errors(string statements) => RuleTest<StatementErrorAnalyzer>.Reports(Source(statements));

    [Theory]
    [InlineData(Seen + "foreach (var one in r.Responses) { if (one.Error != null) throw new InvalidOperationException(one.Error.Message); }")]
    [InlineData(Seen + "if (r.Responses.Any(one => one.Error is not null)) Use(1);")]
    [InlineData(Seen + "foreach (var one in r.Responses) { if (one is { Error: not null }) Use(1); }")]
    [InlineData(Seen + "Use(r);")]
    [InlineData(Seen + "Use(r.Responses);")]
    [InlineData(Seen + "foreach (var one in r.Responses) { Use(one); }")]
    [InlineData(Seen + "foreach (var one in r.Responses) { Read(one); }")]
    [InlineData(Seen + "all.AddRange(r.Responses.Select(Read)!);")]
    [InlineData(Seen + "all.AddRange(r.Responses);")]
    [InlineData(Seen + "Func<List<BatchStatementResponse>> get = () => r.Responses; Use(get);")]
    [InlineData("await client.ExecuteTransactionAsync(new ExecuteTransactionRequest());")]
    [InlineData("await client.ExecuteStatementAsync(new ExecuteStatementRequest());")]
    [InlineData("} Task<BatchExecuteStatementResponse> N() => client.BatchExecuteStatementAsync(s); void O() {")]
    public Task Leaves_others_alone(string statements) => RuleTest<StatementErrorAnalyzer>.Reports(Source(statements));

    [Fact]
    public Task Leaves_test_projects_alone() =>
        RuleTest<StatementErrorAnalyzer>.ReportsInTestProject(Source("await client.BatchExecuteStatementAsync(s);"));
}
