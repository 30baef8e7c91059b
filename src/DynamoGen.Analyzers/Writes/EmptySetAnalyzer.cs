using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>DG4011: a value that is a set without elements.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptySetAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.EmptySet,
        title: "Empty set is written",
        messageFormat: "The set {0} is empty, which DynamoDB rejects every time; leave the attribute out, or remove it by an update, where there is no element",
        RuleCategories.Writes,
        DiagnosticSeverity.Error,
        description: "A set of strings, numbers or binary values has at least one element; a list may be empty.");

    private static readonly string[] Sets = ["SS", "NS", "BS"];

    /// <summary>Creates the analyzer.</summary>
    public EmptySetAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.AttributeValue") is not { } attributeValue)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, attributeValue) && !dynamo.Excludes(creation.Syntax.SyntaxTree))
                {
                    Check(VisibleObject.Of(creation, sdk), sdk, context.ReportDiagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }

    private static void Check(VisibleObject value, SdkSymbols sdk, Action<Diagnostic> report)
    {
        foreach (var set in Sets.Where(set => value.IsWhole && value.ValuesOf(set).Count == 1))
        {
            var elements = value.ValuesOf(set)[0];
            if (IsCollection(elements) && value.CollectionOf(set) is { IsWhole: true, Entries.Count: 0 } && !IsFilledElsewhere(value.Creation, set, sdk))
            {
                report(Diagnostic.Create(Rule, elements.Syntax.GetLocation(), set));
            }
        }
    }

    /// <summary>Null is not sent at all.</summary>
    private static bool IsCollection(IOperation elements)
    {
        var value = elements.WithoutConversions();
        return value is ILocalReferenceOperation { Local: var local } ? LocalVariable.OnlyValueOf(local, value) is { } only && IsMade(only) : IsMade(value);
    }

    private static bool IsMade(IOperation value) => value is IObjectCreationOperation || CollectionExpression.Is(value);

    /// <summary>Whether the member comes back to such a set by the item that has it, as in <c>item["tags"].SS.Add(tag)</c>.</summary>
    private static bool IsFilledElsewhere(IOperation creation, string set, SdkSymbols sdk) =>
        LocalVariable.BodyOf(creation).Descendants().OfType<IPropertyReferenceOperation>()
            .Any(place => place.Property.Name == set && sdk.Declares(place.Property) && !(place.Parent is IAssignmentOperation write && write.Target == place));
}
