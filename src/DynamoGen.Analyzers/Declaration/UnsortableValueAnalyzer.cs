using System.Collections.Immutable;
using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1004 for requests of the SDK: a range of text keys whose bound holds a number of no fixed width.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsortableValueAnalyzer : DynamoAnalyzer
{
    private static readonly string[] Ranges = ["<", "<=", ">", ">="];

    /// <summary>Creates the analyzer.</summary>
    public UnsortableValueAnalyzer()
        : base(DeclarationDescriptors.UnsortableValue)
    {
    }

    /// <summary>The format that gives every number of an integer type the same width, or null for any other type.</summary>
    internal static string? FixedWidthOf(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte => "D3",
        SpecialType.System_Int16 or SpecialType.System_UInt16 => "D5",
        SpecialType.System_Int32 or SpecialType.System_UInt32 => "D10",
        SpecialType.System_Int64 => "D19",
        SpecialType.System_UInt64 => "D20",
        _ => null,
    };

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.QueryRequest") is not { } queryRequest)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, queryRequest) && !dynamo.Excludes(creation.Syntax.SyntaxTree))
                {
                    Check(VisibleObject.Of(creation, sdk), sdk, context.ReportDiagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }

    private static void Check(VisibleObject query, SdkSymbols sdk, Action<Diagnostic> report)
    {
        if (query.ValuesOf("KeyConditionExpression") is not { Count: 1 } values
            || ConstantText.Of(values[0]) is not { } text
            || DynamoExpression.Parse(text, ExpressionKind.KeyCondition).Condition is not { } condition)
        {
            return;
        }

        var texts = query.CollectionOf("ExpressionAttributeValues").Entries
            .Where(entry => entry.Key is not null && ConstantText.Of(entry.Key) is not null)
            .ToLookup(entry => ConstantText.Of(entry.Key!)!, entry => PartsOf(entry.Value, sdk));
        foreach (var bounds in condition.Conjuncts.Select(BoundsOf))
        {
            var parts = bounds.SelectMany(bound => texts[bound.Token.Text]).ToList();
            var shared = parts.Count > 1 ? SharedLength(parts[0], parts[1]) : 0;
            foreach (var number in parts.Select(bound => bound.Skip(shared).OfType<IInterpolationOperation>().FirstOrDefault(IsUnsortable))
                .OfType<IInterpolationOperation>())
            {
                var fixedWidth = $"{{{number.Expression.Syntax}:{FixedWidthOf(number.Expression.WithoutConversions().Type)}}}";
                report(Diagnostic.Create(
                    DeclarationDescriptors.UnsortableValue, number.Syntax.GetLocation(), DiagnosticSeverity.Info,
                    additionalLocations: null, properties: null, text, fixedWidth));
            }
        }
    }

    private static ValueSyntax[] BoundsOf(ConditionSyntax condition) =>
        condition switch
        {
            ComparisonSyntax { Operator: var comparator, Right: ValueSyntax bound } when Ranges.Contains(comparator) => [bound],
            BetweenSyntax { Low: ValueSyntax low, High: ValueSyntax high } => [low, high],
            _ => [],
        };

    /// <summary>The parts of an interpolated text; none for any other value.</summary>
    private static ImmutableArray<IInterpolatedStringContentOperation> PartsOf(IOperation value, SdkSymbols sdk) =>
        VisibleObject.From(value, sdk)?.ValuesOf("S") is { Count: 1 } texts && texts[0].WithoutConversions() is IInterpolatedStringOperation text
            ? text.Parts
            : ImmutableArray<IInterpolatedStringContentOperation>.Empty;

    /// <summary>How many parts two texts begin with alike: a number there is the same in both, and sorts nothing.</summary>
    private static int SharedLength(ImmutableArray<IInterpolatedStringContentOperation> left, ImmutableArray<IInterpolatedStringContentOperation> right) =>
        left.Zip(right, (one, other) => one.Syntax.ToString() == other.Syntax.ToString()).TakeWhile(isSame => isSame).Count();

    private static bool IsUnsortable(IInterpolationOperation hole) =>
        hole.FormatString is null
            && hole.Alignment is null
            && FixedWidthOf(hole.Expression.WithoutConversions().Type) is not null
            && !HasOneWidth(hole.Expression.WithoutConversions());

    /// <summary>A constant, or the year of a date.</summary>
    private static bool HasOneWidth(IOperation number) =>
        number.ConstantValue.HasValue
        || number is IPropertyReferenceOperation
        {
            Property:
            {
                Name: "Year",
                ContainingType: { Name: "DateTime" or "DateTimeOffset" or "DateOnly", ContainingNamespace.Name: "System" },
            },
        };
}
