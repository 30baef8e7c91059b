using DynamoGen;
using IssueTracker.Accounts;
using IssueTracker.Code;
using IssueTracker.Issues;
using IssueTracker.Tour;
using static IssueTracker.Tour.SampleData;

namespace IssueTracker.Tests;

/// <summary>The reads of the pattern table, by their numbers, against the whole sample data.</summary>
public sealed class AccessPatternTests(FilledTracker tracker)
{
    private static readonly int[] Closed = [5, 10, 15, 20, 25, 30];

    private static int[] Open => [.. Enumerable.Range(1, IssuesOfEngine).Except(Closed)];

    [Fact]
    public async Task Pattern_1_account_by_name()
    {
        var account = await tracker.Get<IAccounts>().Get(Organization);

        Assert.Equal((AccountKind.Organization, 3), (account!.Kind, account.RepositoryCount));
        Assert.Equal(new TeamPlan(10, new DateOnly(2027, 1, 1)), account.Plan);
        Assert.IsType<FreePlan>((await tracker.Get<IAccounts>().Get(Users[0]))!.Plan);
        Assert.Null(await tracker.Get<IAccounts>().Get(new AccountName("nobody")));
    }

    [Fact]
    public async Task Pattern_2_organization_with_its_members_in_one_query()
    {
        var organization = await tracker.Get<IAccounts>().WithMembers(Organization);

        Assert.Equal(Organization, organization!.Organization.Name);
        Assert.Equal(Users[..3], organization.Members.Select(member => member.User));
        Assert.Empty((await tracker.Get<IAccounts>().WithMembers(Users[4]))!.Members);
        Assert.Null(await tracker.Get<IAccounts>().WithMembers(new AccountName("nobody")));
    }

    [Fact]
    public async Task Pattern_3_members_of_an_organization() =>
        Assert.Equal(
            [MemberRole.Administrator, MemberRole.Member, MemberRole.Member],
            await tracker.Get<IMemberships>().OfOrganization(Organization).Select(member => member.Role).ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Pattern_4_organizations_of_a_user()
    {
        Assert.Equal(Organization, (await tracker.Get<IMemberships>().OfUser(Users[1]).SingleAsync(TestContext.Current.CancellationToken)).Organization);
        Assert.Empty(await tracker.Get<IMemberships>().OfUser(Users[4]).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pattern_5_session_by_id_while_it_lasts()
    {
        var sessions = tracker.Get<ISessions>();

        Assert.Equal(Users[0], (await sessions.Get(LiveSession))!.User);
        Assert.Null(await sessions.Get(ExpiredSession));
        Assert.NotNull(await sessions.GetEvenIfExpired(ExpiredSession));
    }

    [Fact]
    public async Task Pattern_6_sessions_of_a_user_that_last() =>
        Assert.Equal(LiveSession, (await tracker.Get<ISessions>().OfUser(Users[0]).SingleAsync(TestContext.Current.CancellationToken)).Id);

    [Fact]
    public async Task Pattern_7_repository_by_owner_and_name()
    {
        var repository = await tracker.Get<ICodeRepositories>().Get(Organization, Engine);

        Assert.Equal((5, 2, 34), (repository!.Stars, repository.Forks, repository.LastNumber));
        Assert.Null(repository.ParentOwner);
    }

    [Fact]
    public async Task Pattern_8_repositories_of_an_owner_latest_push_first()
    {
        var repositories = tracker.Get<ICodeRepositories>();

        Assert.Equal(["engine", "docs", "website"], await Names(repositories.LatestOfOwner(Organization)));
        Assert.Equal(["engine", "docs"], await Names(repositories.LatestOfOwner(Organization, from: Start.AddDays(2))));
        Assert.Equal(["engine"], await Names(repositories.LatestOfOwner(Organization, limit: 1)));
    }

    [Fact]
    public async Task Pattern_9_forks_of_a_repository_by_a_sparse_index()
    {
        Assert.Equal(Users[..2], await tracker.Get<ICodeRepositories>().ForksOf(Organization, Engine).Select(fork => fork.Owner)
            .ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await Names(tracker.Get<ICodeRepositories>().ForksOf(Organization, Website)));
    }

    [Fact]
    public async Task Pattern_10_who_starred_a_repository() =>
        Assert.Equal(Users, await tracker.Get<IStars>().OfRepository(Organization, Engine).Select(star => star.User)
            .ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Pattern_11_what_a_user_starred_latest_first() =>
        Assert.Equal([Website, Engine],
            await tracker.Get<IStars>().OfUser(Users[0]).Select(star => star.Repository).ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Pattern_12_repository_with_its_issues_and_pull_requests_in_one_query()
    {
        var all = await tracker.Get<ICodeRepositories>().WithIssues(Organization, Engine);

        Assert.Equal(Engine, all!.Repository.Name);
        Assert.Equal(Enumerable.Range(1, IssuesOfEngine), all.Issues.Select(issue => issue.Number));
        Assert.Equal(Enumerable.Range(IssuesOfEngine + 1, 4), all.PullRequests.Select(pull => pull.Number));
    }

    [Fact]
    public async Task Pattern_13_issue_by_number()
    {
        var issue = await tracker.Get<IIssues>().Get(Organization, Engine, 7);

        Assert.Equal(("Issue 7", Users[2], IssueStatus.Open, 1L), (issue!.Title, issue.Author, issue.Status, issue.Revision));
        Assert.Equal(["bug", "help wanted"], issue.Labels.Order());
    }

    [Fact]
    public async Task Pattern_14_issues_by_status_latest_first_by_pages()
    {
        var numbers = new List<int>();
        string? cursor = null;
        do
        {
            var page = await tracker.Get<IIssues>().LatestWithStatus(Organization, Engine, IssueStatus.Open, limit: 7, cursor);
            numbers.AddRange(page.Items.Select(issue => issue.Number));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(Open.Reverse(), numbers);
        Assert.Equal(Closed.Reverse(), (await tracker.Get<IIssues>().LatestWithStatus(Organization, Engine, IssueStatus.Closed, limit: 100)).Items
            .Select(issue => issue.Number));
    }

    [Fact]
    public async Task Pattern_14_a_cursor_is_for_its_own_query_only()
    {
        var page = await tracker.Get<IIssues>().LatestWithStatus(Organization, Engine, IssueStatus.Open, limit: 5);

        await Assert.ThrowsAsync<InvalidCursorException>(
            () => tracker.Get<IIssues>().LatestWithStatus(Organization, Engine, IssueStatus.Closed, limit: 5, page.Cursor).AsTask());
        await Assert.ThrowsAsync<InvalidCursorException>(
            () => tracker.Get<IIssues>().LatestWithStatus(Organization, Engine, IssueStatus.Open, limit: 5, page.Cursor![..^2] + "AA").AsTask());
    }

    [Fact]
    public async Task Pattern_15_open_issues_with_a_label() =>
        Assert.Equal(
            Open.Where(number => number % 2 == 1).Reverse(),
            await tracker.Get<IIssues>().WithLabel(Organization, Engine, IssueStatus.Open, "help wanted").Select(issue => issue.Number)
                .ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Pattern_16_open_issues_most_severe_first_latest_first_among_equals()
    {
        var expected = Open.OrderBy(number => number % 3).ThenByDescending(number => number);

        Assert.Equal(expected, await tracker.Get<IIssues>().MostSevere(Organization, Engine, IssueStatus.Open).Select(issue => issue.Number)
            .ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pattern_17_latest_pull_requests() =>
        Assert.Equal(["Change 3", "Change 2"], await tracker.Get<IPullRequests>().LatestOfRepository(Organization, Engine, limit: 2)
            .Select(pull => pull.Title).ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Pattern_18_pull_requests_by_status()
    {
        Assert.Equal("Change 0", (await tracker.Get<IPullRequests>().WithStatus(Organization, Engine, PullRequestStatus.Merged)
            .SingleAsync(TestContext.Current.CancellationToken)).Title);
        Assert.Equal(3, await tracker.Get<IPullRequests>().WithStatus(Organization, Engine, PullRequestStatus.Open)
            .CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pattern_19_comments_of_an_issue_in_order() =>
        Assert.Equal(
            Enumerable.Range(1, 12),
            await tracker.Get<IComments>().OfIssue(Organization, Engine, 1).Select(comment => comment.Position)
                .ToListAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_tour_visits_every_pattern_that_the_documentation_lists()
    {
        var documented = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "IssueTracker.md"), TestContext.Current.CancellationToken))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && int.TryParse(line.Split('|')[1], out _))
            .ToDictionary(line => int.Parse(line.Split('|')[1], System.Globalization.CultureInfo.InvariantCulture), line => line.Split('|')[2].Trim());
        var stops = tracker.Get<AccessPatternTour>().Stops;

        Assert.Equal(stops.Select(stop => (stop.Number, stop.Title)),
            documented.Where(pattern => pattern.Key <= stops.Count).Select(pattern => (pattern.Key, pattern.Value)));
        foreach (var stop in stops)
        {
            Assert.NotEmpty(await stop.Visit());
        }
    }

    private static async Task<List<string>> Names(IAsyncEnumerable<CodeRepository> repositories) =>
        await repositories.Select(repository => repository.Name.Value).ToListAsync(TestContext.Current.CancellationToken);
}
