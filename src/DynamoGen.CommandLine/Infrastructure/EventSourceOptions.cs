using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.EventSources;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Hosting;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary>Which stream handlers are functions of AWS Lambda, and how these are fed.</summary>
internal sealed class EventSourceOptions
{
    private const int DefaultRetries = 10;
    private const int MostRetries = 10_000;

    private readonly Option<string[]> _functions = new("--function")
    {
        Description = "A stream handler that runs as a function of AWS Lambda, by its name; behind an equals sign the function's name or ARN, "
            + "without which it becomes a parameter. May be given several times.",
        HelpName = "handler[=function]",
    };

    private readonly Option<string> _onFailure = new("--on-failure")
    {
        Description = "The ARN of the queue, topic or bucket that is told which records were given up; a parameter without it.",
        HelpName = "arn",
    };

    private readonly Option<int?> _retries = new("--max-retries")
    {
        Description = $"How often Lambda tries a failed record again before it gives it up; {DefaultRetries} by default.",
        HelpName = "count",
    };

    public void AddTo(Command verb)
    {
        verb.Options.Add(_functions);
        verb.Options.Add(_onFailure);
        verb.Options.Add(_retries);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(_functions) is not { Length: > 0 } && (result.GetValue(_onFailure) is not null || result.GetValue(_retries) is not null))
            {
                result.AddError("--on-failure and --max-retries mean nothing without --function.");
            }

            if (result.GetValue(_retries) is < 0 or > MostRetries)
            {
                result.AddError($"--max-retries is from 0 to {MostRetries}.");
            }
        });
    }

    /// <summary>The event sources that are asked for.</summary>
    /// <exception cref="CommandException">A handler or function cannot be meant.</exception>
    public IReadOnlyList<EventSource> Sources(DeclaredApplication application, ParseResult arguments, ResourceIds ids)
    {
        var asked = (arguments.GetValue(_functions) ?? []).Select(text => text.Split('=', 2)).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        if (asked.CountBy(parts => parts[0]).FirstOrDefault(count => count.Value > 1).Key is { } twice)
        {
            throw new CommandException($"The handler '{twice}' is given twice.");
        }

        var tables = TableIds(application.AnyTables);
        Value destination = arguments.GetValue(_onFailure) is { } arn ? arn
            : new ParameterValue(ids.Take("FailedRecords", "Arn"), "The ARN of the queue, topic or bucket that is told which records were given up.");
        return [.. asked.Select(parts => Source(application, parts, tables, ids) with
        {
            MaxRetryAttempts = arguments.GetValue(_retries) ?? DefaultRetries,
            FailureDestination = destination,
        })];
    }

    private static EventSource Source(DeclaredApplication application, string[] parts, Dictionary<string, string> tables, ResourceIds ids)
    {
        var handler = application.Handlers.FirstOrDefault(handler => handler.Name == parts[0]) ?? throw new CommandException(
            $"No stream handler is named '{parts[0]}'. There are: {string.Join(", ", application.Handlers.Select(handler => handler.Name))}.");
        var isFed = handler.Table.Stream != StreamView.None
            || (handler.Table.Replicas.Count > 0 && handler.Table.Consistency == TableConsistency.Eventual);
        if (!isFed)
        {
            throw new CommandException($"The table '{handler.Table.Name}' of the handler '{handler.Name}' is declared without a stream.");
        }

        var table = application.TableName(handler.Table);
        return new EventSource(handler.Name, handler.Schema, table, tables[table], Function(handler, parts, ids)) { FailureDestination = string.Empty };
    }

    private static LambdaFunction Function(StreamHandlerRegistration handler, string[] parts, ResourceIds ids) => parts is [_, var text]
        ? LambdaFunction.Find(text) ?? throw new CommandException($"'{text}' is neither the name of a function nor its ARN.")
        : LambdaFunction.Of(new ParameterValue(ids.Take(handler.Name, "Function"), $"The name of the function that runs the handler {handler.Name}."));

    /// <summary>The ids of tables by their names, as all forms give them: before any other resource.</summary>
    private static Dictionary<string, string> TableIds(IReadOnlyList<DeclaredTable> tables)
    {
        var ids = new ResourceIds();
        return tables.ToDictionary(table => table.Name, table => TableResources.Of(table, ids).First().Id, StringComparer.Ordinal);
    }
}
