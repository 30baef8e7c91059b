using IssueTracker.Accounts;
using IssueTracker.Code;
using IssueTracker.Issues;

namespace IssueTracker.Tour;

/// <summary>Fills the tracker with an organization, its people and its work, the same each time, by the access patterns themselves.</summary>
public sealed class SampleData(
    IAccounts accounts,
    IMemberships memberships,
    ISessions sessions,
    RepositoryCreation creation,
    Stargazing stargazing,
    ICodeRepositories repositories,
    IIssues issues,
    IPullRequests pullRequests,
    IComments comments,
    TimeProvider timeProvider)
{
    public const int IssuesOfEngine = 30;

    public static readonly AccountName Organization = new("octagon");
    public static readonly RepositoryName Engine = new("engine");
    public static readonly RepositoryName Website = new("website");
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static readonly AccountName[] Users = [.. new[] { "ada", "bo", "cleo", "dan", "eve" }.Select(name => new AccountName(name))];

    public static readonly SessionId LiveSession = new(new Guid("11111111-0000-0000-0000-000000000001"));
    public static readonly SessionId ExpiredSession = new(new Guid("11111111-0000-0000-0000-000000000002"));

    public async Task FillAsync(CancellationToken cancellationToken = default)
    {
        await PeopleAsync(cancellationToken);
        await CodeAsync(cancellationToken);
        await WorkAsync(cancellationToken);
    }

    private async Task PeopleAsync(CancellationToken cancellationToken)
    {
        var plan = new TeamPlan(Seats: 10, RenewsOn: new DateOnly(2027, 1, 1));
        await accounts.Create(new Account { Name = Organization, Kind = AccountKind.Organization, DisplayName = "Octagon", Plan = plan }, cancellationToken);
        foreach (var user in Users)
        {
            await accounts.Create(
                new Account { Name = user, Kind = AccountKind.User, DisplayName = user.Value.ToUpperInvariant(), Plan = new FreePlan() }, cancellationToken);
        }

        foreach (var (user, role) in new[] { (Users[0], MemberRole.Administrator), (Users[1], MemberRole.Member), (Users[2], MemberRole.Member) })
        {
            await memberships.Put(new Membership { Organization = Organization, User = user, Role = role }, cancellationToken);
        }

        var now = timeProvider.GetUtcNow();
        await sessions.Create(
            new Session { Id = LiveSession, User = Users[0], SignedInAt = now.AddHours(-1), ExpiresAt = now.AddHours(11) }, cancellationToken);

        // Time to live deletes an expired item sooner or later, unless it expired more than five years before: this one stays to be seen.
        await sessions.Create(
            new Session { Id = ExpiredSession, User = Users[0], SignedInAt = now.AddYears(-6), ExpiresAt = now.AddYears(-6).AddHours(12) }, cancellationToken);
    }

    private async Task CodeAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, day) in new[] { (Engine, 3), (Website, 1), (new RepositoryName("docs"), 2) })
        {
            await creation.CreateAsync(new CodeRepository { Owner = Organization, Name = name, PushedAt = Start.AddDays(day) }, cancellationToken);
        }

        var engine = await repositories.Get(Organization, Engine, cancellationToken);
        foreach (var (user, i) in Users.Take(2).Select((user, i) => (user, i)))
        {
            await creation.ForkAsync(engine!, user, Start.AddDays(10 + i), cancellationToken);
        }

        foreach (var (user, i) in Users.Select((user, i) => (user, i)))
        {
            await stargazing.StarAsync(new Star { Owner = Organization, Repository = Engine, User = user, StarredAt = Start.AddHours(i) }, cancellationToken);
        }

        await stargazing.StarAsync(new Star { Owner = Organization, Repository = Website, User = Users[0], StarredAt = Start.AddDays(1) }, cancellationToken);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        for (var i = 1; i <= IssuesOfEngine; i++)
        {
            var issue = await issues.Create(await NextAsync(i, cancellationToken), cancellationToken);
            if (i % 5 == 0)
            {
                await issues.UpdateStatus(
                    issue.Owner, issue.Repository, issue.Number, IssueStatus.Closed, Start.AddDays(40 + i), issue.Severity, issue.Revision, cancellationToken);
            }
        }

        for (var i = 0; i < 4; i++)
        {
            var number = (await repositories.UpdateLastNumber(Organization, Engine, cancellationToken)).LastNumber;
            await pullRequests.Create(
                new PullRequest { Owner = Organization, Repository = Engine, Number = number, Title = $"Change {i}", Author = Users[i], Branch = $"topic-{i}" },
                cancellationToken);
        }

        await pullRequests.UpdateStatus(Organization, Engine, IssuesOfEngine + 1, PullRequestStatus.Merged, cancellationToken);
        for (var position = 1; position <= 12; position++)
        {
            await comments.Create(
                new Comment
                {
                    Owner = Organization,
                    Repository = Engine,
                    Number = 1,
                    Position = position,
                    Author = Users[position % Users.Length],
                    Text = $"Comment {position}",
                },
                cancellationToken);
        }
    }

    private async Task<Issue> NextAsync(int i, CancellationToken cancellationToken)
    {
        var number = (await repositories.UpdateLastNumber(Organization, Engine, cancellationToken)).LastNumber;
        return new Issue
        {
            Owner = Organization,
            Repository = Engine,
            Number = number,
            Title = $"Issue {i}",
            Author = Users[i % Users.Length],
            Severity = (Severity)(i % 3),
            OpenedAt = Start.AddDays(i),
            Labels = i % 2 == 0 ? ["bug"] : ["bug", "help wanted"],
        };
    }
}
