using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Clients;

/// <summary>Recognises methods and properties of the same compilation that make a new client, or a context on one, each time.</summary>
internal sealed class ClientMakers(SdkSymbols sdk, INamedTypeSymbol client)
{
    /// <summary>Whether an operation asks one for a client.</summary>
    public bool Makes(IOperation operation)
    {
        var maker = operation switch
        {
            IInvocationOperation { TargetMethod: var method } => method,
            IPropertyReferenceOperation { Property: { IsIndexer: false, GetMethod: { } getter } } => getter,
            _ => null,
        };
        return maker is { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences.Length: 1 }
            && sdk.Declares(maker.ReturnType)
            && CalledBody.DeclaredBy(maker, operation) is { } body
            && MakesEachTime(body);
    }

    private bool MakesEachTime(IOperation body)
    {
        var returned = body.DescendantsAndSelf().OfType<IReturnOperation>().Select(result => result.ReturnedValue).OfType<IOperation>().ToList();
        return returned.Count > 0
            && returned.All(IsNew)
            && !body.Descendants().OfType<IAssignmentOperation>().Any(assignment => IsKept(assignment.Target));
    }

    private static bool IsKept(IOperation target) => target is IFieldReferenceOperation
        or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } };

    /// <summary>A client that is made here, a local variable that holds it, or what the SDK makes of it.</summary>
    private bool IsNew(IOperation value)
    {
        var made = value.WithoutConversions();
        if (made is ILocalReferenceOperation { Local: var local })
        {
            return LocalVariable.OnlyValueOf(local, made) is { } only and not ILocalReferenceOperation && IsNew(only);
        }

        return made is IObjectCreationOperation { Type: { } type } creation
            && (SymbolEqualityComparer.Default.Equals(type, client)
                || (sdk.Declares(type) && creation.Arguments.Any(argument => IsNew(argument.Value))));
    }
}
