using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Terraform;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary><c>schema terraform</c></summary>
internal sealed class TerraformVerb : SchemaVerb
{
    private readonly StackOptions _stack = new();

    public TerraformVerb(CommandSession session)
        : base(session, "terraform", "Writes a configuration of Terraform: tables, what scales them, and alarms.") => _stack.AddTo(this);

    protected override string Text(DeclaredApplication application, ParseResult arguments) =>
        TerraformForm.Of(application.AnyTables, _stack.Resources(application, arguments, new ResourceIds()), new ResourceIds());
}
