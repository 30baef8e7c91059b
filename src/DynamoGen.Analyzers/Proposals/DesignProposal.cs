using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>A change of a design with which an access pattern is answered, as was proven by the parsers.</summary>
/// <param name="Title">What the change does, as a fix is called.</param>
/// <param name="Answer">What answers the access pattern and what that costs, as the rest of a sentence.</param>
/// <param name="Edits">The changes of source files.</param>
internal sealed record DesignProposal(string Title, string Answer, IReadOnlyList<SourceEdit> Edits)
{
    /// <summary>The parameters of which the changes are nothing but other names, so that their callers can follow.</summary>
    public IReadOnlyList<(IParameterSymbol Parameter, string Name)> Renames { get; init; } = [];
}
