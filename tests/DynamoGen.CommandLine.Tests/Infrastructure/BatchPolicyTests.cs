using DynamoGen.Batches;
using DynamoGen.CommandLine.Infrastructure;
using DynamoGen.CommandLine.Infrastructure.Access;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.Hosting;
using DynamoGen.Transactions;
using HelpDesk;
using HelpDesk.Tickets;
using HelpDesk.Tour;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>Batches and transactions over several tables are allowed by the policies of the repositories whose actions they are made of.</summary>
public sealed class BatchPolicyTests(VerbServer server)
{
    [Fact]
    public async Task Each_action_is_allowed_to_the_repository_that_made_it_and_to_no_other()
    {
        var recorded = await RecordedRequests.OfAsync(services => Add(services).AddBatches(), async services =>
        {
            var tables = services.GetRequiredService<TableProvisioner>();
            await tables.EnsureCreatedAsync<RecordTable>();
            await tables.EnsureCreatedAsync<ListTable>();
            var (records, lists) = (services.GetRequiredService<IRecords>(), services.GetRequiredService<ILists>());
            var (batches, transactions) = (services.GetRequiredService<IBatches>(), services.GetRequiredService<ITransactions>());
            await batches.WriteAsync([records.PutEntry(new Record(1, "a")), lists.PutEntry(new PlayList(1, "b")), lists.RemoveEntry(2)]);
            await transactions.WriteAsync([records.PutAction(new Record(2, "a")), lists.CheckTitle(1, "b")]);
            Assert.NotNull((await batches.ReadAsync(records.GetAction(1), lists.GetAction(1))).Item2);
            Assert.NotNull((await transactions.ReadAsync(records.GetAction(2), lists.GetAction(1))).Item1);
        });

        var (ofRecords, ofLists) = (recorded.Policies[nameof(IRecords)], recorded.Policies[nameof(ILists)]);
        var actions = recorded.Requests.SelectMany(request => request.Actions).ToList();
        Assert.Equal(
            ["BatchGetItem", "BatchWriteItem", "ConditionCheckItem", "GetItem", "PutItem"],
            actions.Select(action => action.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(actions, action =>
        {
            var isOfRecords = action.Resource.EndsWith("records", StringComparison.Ordinal);
            Assert.Equal((action, isOfRecords), (action, ofRecords.Allows(action)));
            Assert.Equal((action, !isOfRecords), (action, ofLists.Allows(action)));
        });
    }

    [Fact]
    public void What_is_got_may_be_got_in_batches_only_where_there_are_batches()
    {
        Assert.DoesNotContain("BatchGetItem", PolicyOfRecords(hasBatches: false));
        Assert.Contains("BatchGetItem", PolicyOfRecords(hasBatches: true));

        static string PolicyOfRecords(bool hasBatches)
        {
            var services = new ServiceCollection();
            var builder = Add(services, "http://127.0.0.1:1");
            using var provider = (hasBatches ? builder.AddBatches() : builder).Services.BuildServiceProvider();
            var application = new DeclaredApplication(provider);
            Assert.Equal(hasBatches, application.HasBatches);
            var records = application.Repositories.Single(repository => PolicyResources.ShortName(repository) == nameof(IRecords));
            return CloudFormationForm.Of(RepositoryPolicy.Of(records.Patterns, resource => resource, application.TableName, application.HasBatches));
        }
    }

    [Fact]
    public void Batches_of_another_client_are_none()
    {
        var services = new ServiceCollection();
        Add(services, "http://127.0.0.1:1");
        services.AddDynamoGen("archive", options => options.ServiceUrl = "http://127.0.0.1:2").AddBatches();
        using var provider = services.BuildServiceProvider();

        Assert.False(new DeclaredApplication(provider).HasBatches);
        Assert.True(new DeclaredApplication(provider, "archive").HasBatches);
    }

    [Fact]
    public async Task Every_request_of_the_HelpDesk_is_allowed_to_its_repository_and_to_none_whose_keys_begin_otherwise()
    {
        var recorded = await RecordedRequests.OfAsync(
            services => services.AddHelpDesk(new Uri(server.Endpoint)).AddDynamoGen(options => options.TableNamePrefix = $"{Guid.NewGuid():N}-"),
            async services =>
            {
                await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<HelpDeskTable>();
                await services.GetRequiredService<SampleData>().FillAsync();
                foreach (var stop in services.GetRequiredService<AccessPatternTour>().Stops)
                {
                    await stop.Visit();
                }

                await services.GetRequiredService<IComments>().AddAsync(new Comment(5, SampleData.Start, "Ann", "Again"));
                Assert.NotEqual(0, await services.GetRequiredService<TicketMerge>().MergeAsync(5, 6));
            });

        var apart = recorded.Apart();
        Assert.Contains("IComments by ICustomers", apart);
        Assert.Empty(recorded.Foreign().Intersect(apart));
        var merged = recorded.Requests.Where(request => request.Pattern == "Merge").SelectMany(request => request.Actions).ToList();
        Assert.Contains(merged, action => action.Name == "BatchWriteItem");
        Assert.All(merged, action =>
        {
            Assert.True(recorded.Policies["IComments"].Allows(action) || recorded.Policies["ITimeEntries"].Allows(action), $"{action}");
            Assert.False(recorded.Policies["ICustomers"].Allows(action), $"{action}");
            Assert.False(recorded.Policies["IAuditEntries"].Allows(action), $"{action}");
        });
    }

    private DynamoGenBuilder Add(IServiceCollection services) => Add(services, server.Endpoint);

    private static DynamoGenBuilder Add(IServiceCollection services, string endpoint) => services
        .AddDynamoGen(options =>
        {
            options.ServiceUrl = endpoint;
            options.TableNamePrefix = $"{Guid.NewGuid():N}-";
            options.Credentials = _ => new Amazon.Runtime.BasicAWSCredentials("local", "local");
        })
        .AddRepository<IRecords>()
        .AddRepository<ILists>();
}
