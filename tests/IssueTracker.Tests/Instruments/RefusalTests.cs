using DynamoGen;
using DynamoGen.Tests.Instruments;
using IssueTracker.Accounts;
using IssueTracker.Code;
using IssueTracker.Issues;
using Microsoft.Extensions.DependencyInjection;
using static IssueTracker.Tests.Instruments.TrackerCalls;

namespace IssueTracker.Tests.Instruments;

/// <summary>Transactions, locks and cursors that are refused tell no value of any key or attribute: not by spans, metrics, logs or exceptions.</summary>
public sealed class RefusalTests(FilledTracker tracker)
{
    [Theory]
    [InlineData(TransportKind.Direct)]
    [InlineData(TransportKind.Sdk)]
    public async Task By_the_server_and_by_DynamoGen_itself(TransportKind transport)
    {
        await using var sample = await StartAsync(tracker.Endpoint, options => options.Transport = transport);
        var (creation, stargazing) = (sample.Services.GetRequiredService<RepositoryCreation>(), sample.Services.GetRequiredService<Stargazing>());
        var (issues, pulls) = (sample.Services.GetRequiredService<IIssues>(), sample.Services.GetRequiredService<IPullRequests>());
        using var test = sample.Telemetry.Enter();
        Assert.True(await sample.Services.GetRequiredService<IAccounts>().Create(TrackerCalls.Account));
        await creation.CreateAsync(Repository);
        await stargazing.StarAsync(TrackerCalls.Star);
        await issues.Create(TrackerCalls.Issue);

        await sample.RefusedAsync<TransactionFailedException>(async () => await creation.CreateAsync(Repository));
        await sample.RefusedAsync<TransactionFailedException>(async () => await stargazing.StarAsync(TrackerCalls.Star));
        await sample.RefusedAsync<ConditionFailedException>(async () => await issues.Create(TrackerCalls.Issue));
        await sample.RefusedAsync<ConditionFailedException>(async () => await issues.Replace(TrackerCalls.Issue with { Revision = Canary.Number(9) }));
        await sample.RefusedAsync<ConditionFailedException>(async () => await issues.UpdateStatus(
            Organization, Name, Number, IssueStatus.Closed, Canary.Midnight(Canary.ThirdDay), Severity.Critical, Canary.Number(9)));
        await sample.RefusedAsync<InvalidCursorException>(async () => await issues.LatestWithStatus(
            Organization, Name, IssueStatus.Open, limit: 1, Canary.Text));
        await sample.RefusedAsync<DynamoGenException>(async () => await pulls.Create(TrackerCalls.PullRequest with { Branch = Canary.Text + '\ud800' }));
        sample.AssertNothingTold();
    }
}
