using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;

namespace DynamoGen.CommandLine.Regions;

/// <summary>A verb about one table.</summary>
internal abstract class RegionVerb : Verb
{
    private readonly Argument<string> _table = new("table") { Description = "The table's declared name." };

    /// <inheritdoc/>
    protected RegionVerb(CommandSession session, string name, string description)
        : base(session, name, description) => Arguments.Add(_table);

    /// <summary>Does the work.</summary>
    protected abstract Task<int> RunAsync(WrittenTable table, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken);

    protected sealed override Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken) =>
        RunAsync(WrittenTable.Find(Session.Services, arguments.GetValue(_table)!), arguments, output, cancellationToken);

    /// <summary>The region that the writes go to.</summary>
    protected static Argument<string> Region() => new("region") { Description = "The region that takes over the writes, such as eu-west-1." };

    /// <summary>Writes what each region says.</summary>
    protected static Task<int> WriteAsync(IEnumerable<RegionLine> lines, VerbOutput output, CancellationToken cancellationToken) =>
        output.WriteAllAsync(lines.ToAsyncEnumerable(), cancellationToken, RegionLine.Columns);
}
