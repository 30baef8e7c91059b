using IssueTracker.Accounts;
using IssueTracker.Code;
using IssueTracker.Issues;
using static IssueTracker.Tour.SampleData;

namespace IssueTracker.Tour;

/// <summary>The tracker's reads, one after the other, each as a team would call it.</summary>
public sealed class AccessPatternTour(
    IAccounts accounts,
    IMemberships memberships,
    ISessions sessions,
    ICodeRepositories repositories,
    IStars stars,
    IIssues issues,
    IPullRequests pullRequests,
    IComments comments)
{
    public IReadOnlyList<TourStop> Stops =>
    [
        new(1, "Account by name", async () => (await accounts.Get(Organization))!.DisplayName),
        new(2, "Organization with its members", async () => $"{(await accounts.WithMembers(Organization))!.Members.Count} members"),
        new(3, "Members of an organization", async () => await List(memberships.OfOrganization(Organization), member => $"{member.User} ({member.Role})")),
        new(4, "Organizations of a user", async () => await List(memberships.OfUser(Users[0]), member => member.Organization.Value)),
        new(5, "Session by id", async () => $"{(await sessions.Get(LiveSession))!.User}; "
            + $"the expired one is {(await sessions.Get(ExpiredSession) is null ? "absent" : "there")}"),
        new(6, "Sessions of a user, latest first", async () => await List(sessions.OfUser(Users[0]), session => session.Id.Value.ToString("D")[^1..])),
        new(7, "Repository by owner and name", async () => $"{(await repositories.Get(Organization, Engine))!.Stars} stars"),
        new(8, "Repositories of an owner, latest push first",
            async () => await List(repositories.LatestOfOwner(Organization), repository => repository.Name.Value)),
        new(9, "Forks of a repository", async () => await List(repositories.ForksOf(Organization, Engine), fork => fork.Owner.Value)),
        new(10, "Who starred a repository", async () => await List(stars.OfRepository(Organization, Engine), star => star.User.Value)),
        new(11, "What a user starred, latest first", async () => await List(stars.OfUser(Users[0], limit: 10), star => star.Repository.Value)),
        new(12, "Repository with its issues and pull requests", async () => Describe((await repositories.WithIssues(Organization, Engine))!)),
        new(13, "Issue by number", async () => (await issues.Get(Organization, Engine, 7))!.Title),
        new(14, "Open issues, latest first, by pages",
            async () => $"{(await issues.LatestWithStatus(Organization, Engine, IssueStatus.Open, limit: 5)).Items[0].Title} and four more"),
        new(15, "Open issues with a label", async () => $"{await issues.WithLabel(Organization, Engine, IssueStatus.Open, "help wanted").CountAsync()} issues"),
        new(16, "Open issues, most severe first, latest first among equals",
            async () => await List(issues.MostSevere(Organization, Engine, IssueStatus.Open, limit: 3), issue => $"{issue.Number} ({issue.Severity})")),
        new(17, "Latest pull requests", async () => await List(pullRequests.LatestOfRepository(Organization, Engine, limit: 2), pull => pull.Title)),
        new(18, "Pull requests by status", async () => await List(pullRequests.WithStatus(Organization, Engine, PullRequestStatus.Merged), pull => pull.Title)),
        new(19, "Comments of an issue, in order", async () => $"{await comments.OfIssue(Organization, Engine, 1).CountAsync()} comments"),
    ];

    private static string Describe(RepositoryWithIssues all) => $"{all.Issues.Count} issues and {all.PullRequests.Count} pull requests in one Query";

    private static async Task<string> List<T>(IAsyncEnumerable<T> items, Func<T, string> describe) =>
        string.Join(", ", await items.Select(describe).ToListAsync());
}
