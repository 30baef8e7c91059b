using Amazon.Runtime;
using DynamoGen.Hosting;
using HelpDesk.Audit;
using HelpDesk.People;
using HelpDesk.Statistics;
using HelpDesk.Tickets;
using HelpDesk.Tour;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk;

/// <summary>Registers the help desk: a repository for each entity, and what composes them.</summary>
public static class HelpDeskServices
{
    /// <param name="services">The services that are added to.</param>
    /// <param name="endpoint">A DynamoDB Local, for which any credentials will do; null is that of the environment.</param>
    public static IServiceCollection AddHelpDesk(this IServiceCollection services, Uri? endpoint = null)
    {
        services
            .AddDynamoGen(options =>
            {
                if (endpoint is not null)
                {
                    options.ServiceUrl = endpoint.ToString();
                    options.Credentials = _ => new BasicAWSCredentials("local", "local");
                }
            })
            .AddRepository<ITickets>()
            .AddRepository<IComments>()
            .AddRepository<ITimeEntries>()
            .AddRepository<ICustomers>()
            .AddRepository<IAgents>()
            .AddRepository<IDailyStatistics>()
            .AddRepository<IRateLimits>()
            .AddRepository<IAuditEntries>()
            .AddBatches();
        return services.AddSingleton<Reception>().AddSingleton<TicketMerge>().AddSingleton<TicketStatements>()
            .AddSingleton<SampleData>().AddSingleton<AccessPatternTour>();
    }
}
