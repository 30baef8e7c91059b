using System.CommandLine;
using DynamoGen.CommandLine.Infrastructure.Access;
using DynamoGen.CommandLine.Infrastructure.Alarms;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.EventSources;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary>What is written beside the tables.</summary>
internal sealed class StackOptions
{
    private readonly EventSourceOptions _events = new();
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
        _events.AddTo(verb);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(_noAlarms) && result.GetValue(_actions) is { Length: > 0 })
            {
                result.AddError("--alarm-action means nothing with --no-alarms.");
            }
        });
    }

    /// <summary>The template of CloudFormation that is asked for.</summary>
    public string Template(DeclaredApplication application, ParseResult arguments) => CloudFormationForm.Of(All(application, arguments));

    /// <summary>The tables and what is asked for beside them.</summary>
    public IReadOnlyList<Resource> All(DeclaredApplication application, ParseResult arguments)
    {
        var ids = new ResourceIds();
        List<Resource> tables = [.. application.AnyTables.SelectMany(table => TableResources.Of(table, ids))];
        return [.. tables, .. Resources(application, arguments, ids)];
    }

    /// <summary>The resources beside the tables that are asked for.</summary>
    public IReadOnlyList<Resource> Resources(DeclaredApplication application, ParseResult arguments, ResourceIds ids)
    {
        List<Resource> resources = [];
        var sources = _events.Sources(application, arguments, ids);
        resources.AddRange(sources.Select(source => source.ToResource(ids)));
        if (!arguments.GetValue(_noAlarms))
        {
            var actions = arguments.GetValue(_actions) ?? [];
            resources.AddRange(application.Tables.SelectMany(table => TableAlarms.Of(table, actions, ids)));
            resources.AddRange(sources.Select(source => IteratorAge.Of(source, actions, ids)));
        }

        if (arguments.GetValue(_dashboard) is { } name)
        {
            resources.Add(Dashboard.Of(application.Tables, name, ids));
        }

        if (arguments.GetValue(_access))
        {
            resources.AddRange(PolicyResources.Of(application.Repositories, application.TableName, application.HasBatches, ids));
        }

        return resources;
    }
}
