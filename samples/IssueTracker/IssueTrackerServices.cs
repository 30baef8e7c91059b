using Amazon.Runtime;
using IssueTracker.Accounts;
using IssueTracker.Code;
using IssueTracker.Issues;
using IssueTracker.Tour;
using Microsoft.Extensions.DependencyInjection;

namespace IssueTracker;

/// <summary>Registers the tracker: one client, a repository for each entity, and what writes several of them at once.</summary>
public static class IssueTrackerServices
{
    /// <param name="services">The services that are added to.</param>
    /// <param name="endpoint">A DynamoDB Local, for which any credentials will do.</param>
    /// <param name="tableNamePrefix">What stands before the table's name.</param>
    public static IServiceCollection AddIssueTracker(this IServiceCollection services, Uri endpoint, string? tableNamePrefix = null)
    {
        services
            .AddDynamoGen(options =>
            {
                options.ServiceUrl = endpoint.ToString();
                options.TableNamePrefix = tableNamePrefix;
                options.Credentials = _ => new BasicAWSCredentials("local", "local");
            })
            .AddRepository<IAccounts>()
            .AddRepository<IMemberships>()
            .AddRepository<ISessions>()
            .AddRepository<ICodeRepositories>()
            .AddRepository<IStars>()
            .AddRepository<IIssues>()
            .AddRepository<IPullRequests>()
            .AddRepository<IComments>();
        return services.AddSingleton<RepositoryCreation>().AddSingleton<Stargazing>().AddSingleton<SampleData>().AddSingleton<AccessPatternTour>();
    }
}
