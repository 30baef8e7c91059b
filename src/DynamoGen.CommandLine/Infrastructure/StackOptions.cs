using System.CommandLine;
using DynamoGen.CommandLine.Infrastructure.Access;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary>What is written beside the tables.</summary>
internal sealed class StackOptions
{
    private readonly Option<bool> _noAlarms = new("--no-alarms") { Description = "Leaves the alarms out." };
    private readonly Option<string> _dashboard = new("--dashboard") { Description = "Adds a dashboard of this name.", HelpName = "name" };
    private readonly Option<bool> _access = new("--access") { Description = "Adds a managed policy for each repository." };
    private readonly Option<string[]> _actions = new("--alarm-action")
    {
        Description = "The ARN of what alarms tell, such as a topic; may be given several times.",
        HelpName = "arn",
    };

    public void AddTo(Command verb)
    {
        verb.Options.Add(_noAlarms);
        verb.Options.Add(_actions);
        verb.Options.Add(_dashboard);
        verb.Options.Add(_access);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(_noAlarms) && result.GetValue(_actions) is { Length: > 0 })
            {
                result.AddError("--alarm-action means nothing with --no-alarms.");
            }
        });
    }

    /// <summary>The resources beside the tables that are asked for.</summary>
    public IReadOnlyList<Resource> Resources(DeclaredApplication application, ParseResult arguments, ResourceIds ids)
    {
        List<Resource> resources = [];
        if (!arguments.GetValue(_noAlarms))
        {
            resources.AddRange(application.Tables.SelectMany(table => TableAlarms.Of(table, arguments.GetValue(_actions) ?? [], ids)));
        }

        if (arguments.GetValue(_dashboard) is { } name)
        {
            resources.Add(Dashboard.Of(application.Tables, name, ids));
        }

        if (arguments.GetValue(_access))
        {
            resources.AddRange(PolicyResources.Of(application.Repositories, application.TableName, ids));
        }

        return resources;
    }
}
