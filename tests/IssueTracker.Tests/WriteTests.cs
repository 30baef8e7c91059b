using DynamoGen;
using IssueTracker.Accounts;
using IssueTracker.Code;
using IssueTracker.Issues;
using IssueTracker.Tour;
using Microsoft.Extensions.DependencyInjection;
using static IssueTracker.Tour.SampleData;

namespace IssueTracker.Tests;

/// <summary>The writes of the pattern table, each against a tracker of its own.</summary>
public sealed class WriteTests(FilledTracker tracker) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IIssues Issues => Get<IIssues>();

    public async ValueTask InitializeAsync()
    {
        _services = await tracker.CreateAsync();
        await Get<SampleData>().FillAsync();
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Pattern_20_an_account_is_created_once()
    {
        var account = new Account { Name = new AccountName("flo"), Kind = AccountKind.User, DisplayName = "Flo", Plan = new FreePlan() };

        Assert.True(await Get<IAccounts>().Create(account));
        Assert.False(await Get<IAccounts>().Create(account with { DisplayName = "Other" }));
        Assert.Equal("Flo", (await Get<IAccounts>().Get(account.Name))!.DisplayName);
    }

    [Fact]
    public async Task Pattern_21_a_repository_is_created_with_its_owners_count_or_not_at_all()
    {
        var repository = new CodeRepository { Owner = Organization, Name = new RepositoryName("tools"), PushedAt = Start };

        await Get<RepositoryCreation>().CreateAsync(repository);
        var failed = await Assert.ThrowsAsync<TransactionFailedException>(() => Get<RepositoryCreation>().CreateAsync(repository).AsTask());

        Assert.Equal((0, TransactionFailureReason.ConditionFailed), (Assert.Single(failed.Failures).Slot, failed.Failures[0].Reason));
        Assert.Equal(4, (await Get<IAccounts>().Get(Organization))!.RepositoryCount);
        var orphan = await Assert.ThrowsAsync<TransactionFailedException>(
            () => Get<RepositoryCreation>().CreateAsync(repository with { Owner = new AccountName("nobody") }).AsTask());
        Assert.Equal(1, Assert.Single(orphan.Failures).Slot);
    }

    [Fact]
    public async Task Pattern_22_a_fork_counts_at_its_parent_and_at_its_owner()
    {
        var engine = await Get<ICodeRepositories>().Get(Organization, Engine);

        await Get<RepositoryCreation>().ForkAsync(engine!, Users[3], Start.AddDays(20));

        Assert.Equal(3, (await Get<ICodeRepositories>().Get(Organization, Engine))!.Forks);
        Assert.Equal(1, (await Get<IAccounts>().Get(Users[3]))!.RepositoryCount);
        Assert.Equal(3, await Get<ICodeRepositories>().ForksOf(Organization, Engine).CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pattern_23_a_star_is_given_once_and_taken_back_once()
    {
        var star = new Star { Owner = Organization, Repository = Website, User = Users[4], StarredAt = Start };

        await Get<Stargazing>().StarAsync(star);
        await Assert.ThrowsAsync<TransactionFailedException>(() => Get<Stargazing>().StarAsync(star).AsTask());
        Assert.Equal(2, (await Get<ICodeRepositories>().Get(Organization, Website))!.Stars);

        await Get<Stargazing>().UnstarAsync(Organization, Website, Users[4]);
        await Assert.ThrowsAsync<TransactionFailedException>(() => Get<Stargazing>().UnstarAsync(Organization, Website, Users[4]).AsTask());
        Assert.Equal(1, (await Get<ICodeRepositories>().Get(Organization, Website))!.Stars);
    }

    [Fact]
    public async Task Pattern_24_numbers_are_taken_once_however_many_ask()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Get<ICodeRepositories>().UpdateLastNumber(Organization, Website).AsTask()));

        Assert.Equal(Enumerable.Range(1, 20), taken.Select(repository => repository.LastNumber).Order());
    }

    [Fact]
    public async Task Pattern_25_a_number_is_opened_once()
    {
        var issue = await Issues.Get(Organization, Engine, 3);

        await Assert.ThrowsAsync<ConditionFailedException>(() => Issues.Create(issue! with { Title = "Other" }).AsTask());
    }

    [Fact]
    public async Task Pattern_26_a_closed_issue_changes_its_place_in_both_indexes()
    {
        var closed = await Issues.UpdateStatus(Organization, Engine, 27, IssueStatus.Closed, Start.AddDays(90), Severity.Critical, revision: 1);

        Assert.Equal((IssueStatus.Closed, 2L), (closed.Status, closed.Revision));
        Assert.Equal(24, (await Issues.MostSevere(Organization, Engine, IssueStatus.Open, limit: 1).SingleAsync(TestContext.Current.CancellationToken)).Number);
        Assert.Equal(30, (await Issues.LatestWithStatus(Organization, Engine, IssueStatus.Closed, limit: 1)).Items[0].Number);
        Assert.Contains(27, (await Issues.LatestWithStatus(Organization, Engine, IssueStatus.Closed, limit: 10)).Items.Select(issue => issue.Number));
    }

    [Theory]
    [InlineData(IssueStatus.Closed, Severity.Critical, 2)]
    [InlineData(IssueStatus.Closed, Severity.Minor, 1)]
    [InlineData(IssueStatus.Open, Severity.Critical, 1)]
    public async Task Pattern_26_a_state_that_is_not_the_stored_one_is_refused(IssueStatus status, Severity severity, long revision)
    {
        await Assert.ThrowsAsync<ConditionFailedException>(() => Issues.UpdateStatus(Organization, Engine, 27, status, Start, severity, revision).AsTask());
        Assert.Equal(1, (await Issues.Get(Organization, Engine, 27))!.Revision);
    }

    [Fact]
    public async Task Pattern_27_of_two_edits_the_later_is_refused()
    {
        var issue = (await Issues.Get(Organization, Engine, 8))!;

        var edited = await Issues.Replace(issue with { Title = "Better", Severity = Severity.Critical });

        Assert.Equal(2, edited.Revision);
        await Assert.ThrowsAsync<ConditionFailedException>(() => Issues.Replace(issue with { Title = "Worse" }).AsTask());
        Assert.Equal("Better", (await Issues.Get(Organization, Engine, 8))!.Title);
    }

    [Fact]
    public async Task Pattern_28_only_an_open_pull_request_is_merged_or_declined()
    {
        var number = IssuesOfEngine + 2;

        Assert.True(await Get<IPullRequests>().UpdateStatus(Organization, Engine, number, PullRequestStatus.Declined));
        Assert.False(await Get<IPullRequests>().UpdateStatus(Organization, Engine, number, PullRequestStatus.Merged));
        Assert.Equal(2, await Get<IPullRequests>().WithStatus(Organization, Engine, PullRequestStatus.Open).CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pattern_29_reactions_add_up()
    {
        await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => Get<IComments>().UpdateThumbsUp(Organization, Engine, 1, 2).AsTask()));
        var comment = await Get<IComments>().UpdateHearts(Organization, Engine, 1, 2);

        Assert.Equal((15, 1), (comment.ThumbsUp, comment.Hearts));
        await Assert.ThrowsAsync<ConditionFailedException>(() => Get<IComments>().UpdateHearts(Organization, Engine, 1, 99).AsTask());
    }

    [Fact]
    public async Task Pattern_30_a_session_is_prolonged_while_it_lasts()
    {
        Assert.True(await Get<ISessions>().UpdateExpiry(LiveSession, DateTimeOffset.UtcNow.AddDays(2)));
        Assert.False(await Get<ISessions>().UpdateExpiry(ExpiredSession, DateTimeOffset.UtcNow.AddDays(2)));
        Assert.Null(await Get<ISessions>().Get(ExpiredSession));
    }

    [Fact]
    public async Task Pattern_31_a_member_who_leaves_is_gone_from_both_sides()
    {
        await Get<IMemberships>().Delete(Organization, Users[1]);

        Assert.Equal(2, (await Get<IAccounts>().WithMembers(Organization))!.Members.Count);
        Assert.Empty(await Get<IMemberships>().OfUser(Users[1]).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pattern_32_a_push_moves_the_repository_to_the_front()
    {
        await Get<ICodeRepositories>().UpdatePushedAt(Organization, Website, Start.AddDays(50));

        Assert.Equal(Website, (await Get<ICodeRepositories>().LatestOfOwner(Organization, limit: 1).SingleAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Equal(3, await Get<ICodeRepositories>().LatestOfOwner(Organization).CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pattern_33_the_repositories_that_a_user_starred_are_read_in_one_batch()
    {
        var starred = await Get<IStars>().OfUser(Users[0]).Select(star => new CodeRepository.PrimaryKey(star.Owner, star.Repository))
            .ToListAsync(TestContext.Current.CancellationToken);
        var missing = new CodeRepository.PrimaryKey(Organization, new RepositoryName("missing"));

        var repositories = await Get<ICodeRepositories>().GetMany(starred.Append(missing)).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([(Engine, 5), (Website, 1)],
            repositories.Select(repository => (repository.Name, repository.Stars)).OrderBy(repository => repository.Name.Value));
    }

    [Fact]
    public async Task Pattern_34_a_team_of_more_than_one_batch_is_taken_in_whole()
    {
        var team = Enumerable.Range(0, 60).Select(i => new AccountName($"newcomer-{i:D2}")).ToList();

        await Get<IMemberships>().PutMany(team.Select(user => new Membership { Organization = Organization, User = user, Role = MemberRole.Member }));

        var members = await Get<IMemberships>().OfOrganization(Organization).Select(member => member.User).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3 + team.Count, members.Count);
        Assert.Empty(team.Except(members));
    }

    [Fact]
    public async Task A_reaction_changes_when_a_comment_was_active_and_not_when_it_was_written()
    {
        var before = await Get<IComments>().OfIssue(Organization, Engine, 1).FirstAsync(TestContext.Current.CancellationToken);

        var after = await Get<IComments>().UpdateThumbsUp(Organization, Engine, 1, before.Position);

        Assert.Equal(before.WrittenAt, before.ActiveAt);
        Assert.Equal(before.WrittenAt, after.WrittenAt);
        Assert.True(after.ActiveAt > before.ActiveAt, $"{after.ActiveAt:O} is not after {before.ActiveAt:O}");
    }

    private T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();
}
