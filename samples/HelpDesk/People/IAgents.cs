using DynamoGen;

namespace HelpDesk.People;

[Repository<Agent>]
public partial interface IAgents
{
    ValueTask<Agent?> Get(string name, CancellationToken cancellationToken = default);

    /// <summary>Stores what is newer than what is stored: reports arrive in any order.</summary>
    [Put, Condition("attribute_not_exists(SeenAt) OR SeenAt < {agent.SeenAt}")]
    ValueTask<bool> ReportAsync(Agent agent, CancellationToken cancellationToken = default);
}
