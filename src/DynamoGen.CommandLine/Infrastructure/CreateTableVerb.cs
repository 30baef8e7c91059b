using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.CreateTable;
using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary><c>schema create-table</c></summary>
internal sealed class CreateTableVerb : SchemaVerb
{
    private readonly Option<string> _table = new("--table")
    {
        Description = "The declared name of the table whose CreateTable is written alone, as --cli-input-json takes it.",
        HelpName = "name",
    };

    public CreateTableVerb(CommandSession session)
        : base(session, "create-table", "Writes the calls that make the tables: CreateTable, and what must follow it.") => Options.Add(_table);

    protected override string Text(DeclaredApplication application, ParseResult arguments)
    {
        var tables = application.AnyTables;
        if (arguments.GetValue(_table) is not { } name)
        {
            var calls = tables.SelectMany(table => CreateTableForm.Further(table).Prepend(("CreateTable", CreateTableForm.Request(table))))
                .Select(call => new BlockBuilder { { "Operation", call.Item1 }, { "Request", call.Item2 } }.Build());
            return CloudFormationForm.Of(new ListValue([.. calls]));
        }

        return tables.FirstOrDefault(table => table.Schema.Name == name) is { } found
            ? CloudFormationForm.Of(CreateTableForm.Request(found))
            : throw new CommandException($"No table is declared as '{name}'. There are: {string.Join(", ", tables.Select(table => table.Schema.Name))}.");
    }
}
