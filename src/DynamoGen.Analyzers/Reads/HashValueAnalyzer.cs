using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG2002 and DG2003 for queries, as information: a hash key that is one written value, or in an index one of an enumeration's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HashValueAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public HashValueAnalyzer()
        : base(ConstantKey.QueryRule, LowCardinalityKey.QueryRule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk || sdk.TypeNamed("Model.QueryRequest") is not { } type)
        {
            return;
        }

        var queries = new QueryHash(sdk, new WholeKey(new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk))));
        var searches = new SearchHash(sdk);
        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, type))
                {
                    Report(context, queries.Of(VisibleObject.Of(creation, sdk)));
                }
            },
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(
            context => Report(context, searches.Of((IInvocationOperation)context.Operation)), OperationKind.Invocation);

        void Report(OperationAnalysisContext context, ReadHash? hash)
        {
            if (hash is not null && Check(hash) is { } diagnostic && !dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static Diagnostic? Check(ReadHash hash) =>
        ConstantText.Of(hash.Value) is { } text ? IsOfMany(hash, text) ? ConstantKey.Tell(hash, text) : null
        : hash is { Index: { } index, Attribute: { } attribute } && EnumOf(hash.Value) is { } type
            ? Diagnostic.Create(
                LowCardinalityKey.QueryRule, hash.Value.Syntax.GetLocation(), DiagnosticSeverity.Info, additionalLocations: null, properties: null,
                index, $"'{type.Name}' with {ValuesOf(type)} values", attribute)
            : null;

    private static bool IsOfMany(ReadHash hash, string text) => text.Length > 0 && (hash.Index is not null || !SettingTexts.Contain(text));

    private static int ValuesOf(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Count(field => field.HasConstantValue);

    /// <summary>The enumeration in <c>status.ToString()</c>.</summary>
    private static ITypeSymbol? EnumOf(IOperation value) =>
        value.WithoutConversions() is IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance }
        && instance.WithoutConversions().Type is { TypeKind: TypeKind.Enum } type
            ? type
            : null;
}
