using DynamoGen;
using DynamoGen.Tests.Instruments;
using DynamoGen.Transactions;
using IssueTracker.Accounts;
using IssueTracker.Code;
using IssueTracker.Issues;
using Microsoft.Extensions.DependencyInjection;

namespace IssueTracker.Tests.Instruments;

/// <summary>Every access pattern of samples/IssueTracker, with canaries in all that it writes.</summary>
internal static class TrackerCalls
{
    public const int Number = Canary.LowestNumber;

    public static readonly AccountName Organization = new(Canary.Text);
    public static readonly RepositoryName Name = new(Canary.Text);
    public static readonly SessionId SessionId = new(Canary.Identifier);

    private const int PullNumber = Number + 1;
    private const int Position = Number + 2;

    private static readonly AccountName Forker = new($"{Canary.Text}-2");

    public static Account Account => new()
    {
        Name = Organization,
        Kind = AccountKind.Organization,
        DisplayName = Canary.Text,
        Plan = new TeamPlan(Canary.Number(3), Canary.SecondDay),
        RepositoryCount = Canary.Number(4),
    };

    public static CodeRepository Repository => new()
    {
        Owner = Organization,
        Name = Name,
        PushedAt = Canary.Midnight(Canary.FirstDay),
        LastNumber = Canary.Number(5),
        Stars = Canary.Number(6),
        Forks = Canary.Number(7),
    };

    public static Star Star => new() { Owner = Organization, Repository = Name, User = Organization, StarredAt = Canary.Midnight(Canary.FirstDay) };

    public static Issue Issue => new()
    {
        Owner = Organization,
        Repository = Name,
        Number = Number,
        Title = Canary.Text,
        Author = Organization,
        Severity = Severity.Critical,
        OpenedAt = Canary.Midnight(Canary.SecondDay),
        Labels = [Canary.Text],
    };

    public static PullRequest PullRequest => new()
    {
        Owner = Organization,
        Repository = Name,
        Number = PullNumber,
        Title = Canary.Text,
        Author = Organization,
        Branch = Canary.Text,
    };

    private static Session Session => new()
    {
        Id = SessionId,
        User = Organization,
        SignedInAt = Canary.Midnight(Canary.FirstDay),
        ExpiresAt = Canary.Expiry,
    };

    private static Comment Comment => new()
    {
        Owner = Organization,
        Repository = Name,
        Number = Number,
        Position = Position,
        Author = Organization,
        Text = Canary.Text,
        ThumbsUp = Canary.Number(8),
        Hearts = Canary.Number(9),
    };

    public static Task<InstrumentedSample> StartAsync(Uri server, Action<DynamoGenOptions>? configure = null) => InstrumentedSample.StartAsync(
        server,
        (services, endpoint, prefix) => services.AddIssueTracker(endpoint, prefix),
        async tables => await tables.EnsureCreatedAsync<IssueTrackerTable>(),
        configure);

    public static SampleCalls Of(IServiceProvider services)
    {
        var transactions = new RecordedTransactions(services.GetRequiredService<ITransactions>());
        return new(
            [
                typeof(IAccounts), typeof(IMemberships), typeof(ISessions), typeof(ICodeRepositories),
                typeof(IStars), typeof(IIssues), typeof(IPullRequests), typeof(IComments),
            ],
            [
                .. SampleCalls.PatternsOf<IAccounts>(), .. SampleCalls.PatternsOf<IMemberships>(), .. SampleCalls.PatternsOf<ISessions>(),
                .. SampleCalls.PatternsOf<ICodeRepositories>(), .. SampleCalls.PatternsOf<IStars>(), .. SampleCalls.PatternsOf<IIssues>(),
                .. SampleCalls.PatternsOf<IPullRequests>(), .. SampleCalls.PatternsOf<IComments>(),
            ],
            [.. People(services), .. Code(services, transactions), .. Work(services), .. Reads(services)])
        {
            Transactions = transactions,
        };
    }

    private static IEnumerable<PatternCall> People(IServiceProvider services)
    {
        var (accounts, memberships) = (services.GetRequiredService<IAccounts>(), services.GetRequiredService<IMemberships>());
        var sessions = services.GetRequiredService<ISessions>();
        return
        [
            new("IAccounts.Create", 1, async () => Assert.True(await accounts.Create(Account))),
            new("IAccounts.Create", 1, async () => Assert.True(await accounts.Create(Account with { Name = Forker }))),
            new("IAccounts.Get", 1, async () => Assert.NotNull(await accounts.Get(Organization))),
            new("IMemberships.Put", 1, async () => await memberships.Put(Member(0))),

            // A batch has 25 items at most.
            new("IMemberships.PutMany", 2, async () => await memberships.PutMany(Enumerable.Range(1, 30).Select(Member))),
            new("IMemberships.OfOrganization", 1, async () => Assert.Equal(31, await memberships.OfOrganization(Organization).CountAsync())),
            new("IMemberships.OfUser", 1, async () => Assert.Single(await memberships.OfUser(Member(0).User).ToArrayAsync())),
            new("IAccounts.WithMembers", 1, async () => Assert.Equal(31, (await accounts.WithMembers(Organization))!.Members.Count)),
            new("IMemberships.Delete", 1, async () => await memberships.Delete(Organization, Member(0).User)),
            new("ISessions.Create", 1, async () => Assert.True(await sessions.Create(Session))),
            new("ISessions.Get", 1, async () => Assert.NotNull(await sessions.Get(SessionId))),
            new("ISessions.GetEvenIfExpired", 1, async () => Assert.NotNull(await sessions.GetEvenIfExpired(SessionId))),
            new("ISessions.OfUser", 1, async () => Assert.Single(await sessions.OfUser(Organization).ToArrayAsync())),
            new("ISessions.UpdateExpiry", 1, async () => Assert.True(await sessions.UpdateExpiry(SessionId, Canary.Expiry.AddSeconds(1)))),
        ];
    }

    private static IEnumerable<PatternCall> Code(IServiceProvider services, ITransactions transactions)
    {
        var repositories = services.GetRequiredService<ICodeRepositories>();
        var creation = ActivatorUtilities.CreateInstance<RepositoryCreation>(services, transactions);
        var stargazing = ActivatorUtilities.CreateInstance<Stargazing>(services, transactions);
        var stars = services.GetRequiredService<IStars>();
        return
        [
            new(PatternCall.TransactionName, 1, async () => await creation.CreateAsync(Repository)),
            new(PatternCall.TransactionName, 1, async () => await creation.ForkAsync(Repository, Forker, Canary.Midnight(Canary.SecondDay))),
            new(PatternCall.TransactionName, 1, async () => await stargazing.StarAsync(Star)),
            new("IStars.OfRepository", 1, async () => Assert.Single(await stars.OfRepository(Organization, Name).ToArrayAsync())),
            new("IStars.OfUser", 1, async () => Assert.Single(await stars.OfUser(Organization).ToArrayAsync())),
            new(PatternCall.TransactionName, 1, async () => await stargazing.UnstarAsync(Organization, Name, Organization)),
            new("ICodeRepositories.Get", 1, async () => Assert.NotNull(await repositories.Get(Organization, Name))),
            new("ICodeRepositories.GetMany", 1, async () => Assert.Equal(2, await repositories.GetMany(
                [new(Organization, Name), new(Forker, Name)]).CountAsync())),
            new("ICodeRepositories.LatestOfOwner", 1, async () => Assert.Single(await repositories.LatestOfOwner(Organization).ToArrayAsync())),
            new("ICodeRepositories.ForksOf", 1, async () => Assert.Single(await repositories.ForksOf(Organization, Name).ToArrayAsync())),
            new("ICodeRepositories.UpdatePushedAt", 1, async () =>
                await repositories.UpdatePushedAt(Organization, Name, Canary.Midnight(Canary.ThirdDay))),
            new("ICodeRepositories.UpdateLastNumber", 1, async () => await repositories.UpdateLastNumber(Organization, Name)),
        ];
    }

    private static IEnumerable<PatternCall> Work(IServiceProvider services)
    {
        var (issues, pulls) = (services.GetRequiredService<IIssues>(), services.GetRequiredService<IPullRequests>());
        var comments = services.GetRequiredService<IComments>();
        return
        [
            new("IIssues.Create", 1, async () => await issues.Create(Issue)),
            new("IPullRequests.Create", 1, async () => await pulls.Create(PullRequest)),
            new("IComments.Create", 1, async () => Assert.True(await comments.Create(Comment))),
            new("ICodeRepositories.WithIssues", 1, async () => Assert.Single(
                (await services.GetRequiredService<ICodeRepositories>().WithIssues(Organization, Name))!.Issues)),
            new("IIssues.Replace", 1, async () => await issues.Replace(Issue with { Title = $"{Canary.Text}-2", Revision = 1 })),
            new("IComments.UpdateThumbsUp", 1, async () => await comments.UpdateThumbsUp(Organization, Name, Number, Position)),
            new("IComments.UpdateHearts", 1, async () => await comments.UpdateHearts(Organization, Name, Number, Position)),
            new("IPullRequests.UpdateStatus", 1, async () =>
                Assert.True(await pulls.UpdateStatus(Organization, Name, PullNumber, PullRequestStatus.Merged))),
        ];
    }

    private static IEnumerable<PatternCall> Reads(IServiceProvider services)
    {
        var (issues, pulls) = (services.GetRequiredService<IIssues>(), services.GetRequiredService<IPullRequests>());
        return
        [
            new("IIssues.Get", 1, async () => Assert.NotNull(await issues.Get(Organization, Name, Number))),
            new("IIssues.LatestWithStatus", 1, async () => Assert.NotNull(
                (await issues.LatestWithStatus(Organization, Name, IssueStatus.Open, limit: 1)).Cursor)),
            new("IIssues.WithLabel", 1, async () => Assert.Single(
                await issues.WithLabel(Organization, Name, IssueStatus.Open, Canary.Text).ToArrayAsync())),
            new("IIssues.MostSevere", 1, async () => Assert.Single(await issues.MostSevere(Organization, Name, IssueStatus.Open).ToArrayAsync())),
            new("IIssues.UpdateStatus", 1, async () => await issues.UpdateStatus(
                Organization, Name, Number, IssueStatus.Closed, Canary.Midnight(Canary.ThirdDay), Severity.Critical, revision: 2)),
            new("IPullRequests.LatestOfRepository", 1, async () => Assert.Single(
                await pulls.LatestOfRepository(Organization, Name, limit: 10).ToArrayAsync())),
            new("IPullRequests.WithStatus", 1, async () => Assert.Single(
                await pulls.WithStatus(Organization, Name, PullRequestStatus.Merged).ToArrayAsync())),
            new("IComments.OfIssue", 1, async () => Assert.Single(
                await services.GetRequiredService<IComments>().OfIssue(Organization, Name, Number).ToArrayAsync())),
        ];
    }

    private static Membership Member(int number) => new()
    {
        Organization = Organization,
        User = new AccountName($"{Canary.Text}-{number}"),
        Role = MemberRole.Member,
    };
}
