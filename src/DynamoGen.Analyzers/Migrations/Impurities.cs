using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>Knows what is not the same each time: clocks, chance, the machine, state that changes, and all that goes out of the process.</summary>
internal static class Impurities
{
    private static readonly HashSet<string> Types =
    [
        "System.Random", "System.TimeProvider", "System.Environment", "System.Console", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.Security.Cryptography.RandomNumberGenerator", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory",
        "System.IO.DirectoryInfo", "System.IO.StreamReader", "System.Threading.Thread", "Amazon.DynamoDBv2.IAmazonDynamoDB",
    ];

    private static readonly string[] Namespaces = ["System.Net", "System.Data", "Amazon"];

    private static readonly HashSet<string> Members =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.IO.Path.GetTempFileName", "System.IO.Path.GetRandomFileName",
    ];

    private static readonly HashSet<string> Harmless = ["System.Environment.NewLine", "System.Net.WebUtility.UrlEncode", "System.Net.WebUtility.UrlDecode"];

    /// <summary>What an operation takes that is not the same each time, by itself and not by its parts; null where nothing is known to be.</summary>
    public static string? Of(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: false, IsConst: false } field } => $"the static field '{field.Name}', which can change",
        IAwaitOperation => "something that it waits for",
        IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: { IsInitOnly: false } } property } when Of(property) is null =>
            $"the static property '{property.ContainingType.Name}.{property.Name}', which can change",
        IMemberReferenceOperation member => Of(member.Member),
        IInvocationOperation call => Of(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => Of(constructor),
        _ => null,
    };

    private static string? Of(ISymbol member)
    {
        if (member.ContainingType?.OriginalDefinition is not { } type)
        {
            return null;
        }

        var typeName = type.ToDisplayString();
        var name = $"{typeName}.{member.Name}";
        var shown = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"'{type.Name}'" : $"'{type.Name}.{member.Name}'";
        return !Harmless.Contains(name)
            && (Members.Contains(name) || Types.Contains(typeName) || IsIn(type.ContainingNamespace)) ? shown : null;
    }

    /// <summary>Values, such as an address or the SDK's attribute values, are no access to what they stand for.</summary>
    private static bool IsIn(INamespaceSymbol? space)
    {
        var name = space?.ToDisplayString() ?? string.Empty;
        return name is not ("System.Net" or "Amazon.DynamoDBv2.Model")
            && Namespaces.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal));
    }
}
