using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>The methods that set init-only properties after construction, which the language allows only in initializers.</summary>
internal static class InitAccessors
{
    /// <summary>Writes the methods of a type. Types of one name get overloads.</summary>
    public static void Emit(SourceWriter writer, ObjectValue type, ISet<string> written)
    {
        foreach (var member in type.Members
            .Where(member => member.Binding == MemberBinding.InitAccessor && written.Add($"{member.DeclaringType} {member.Property}")))
        {
            var target = $"{(type.IsValueType ? "ref " : string.Empty)}{member.DeclaringType} target";
            writer.Line();
            writer.Line("[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, "
                + $"Name = {Text.Literal("set_" + member.Property)})]");
            writer.Line($"private static extern void {Name(member)}({target}, {ValueTypes.CSharp(member.Value)} value);");
        }
    }

    /// <summary>The method of a member.</summary>
    public static string Name(MemberModel member) => $"Set{ShortName(member.DeclaringType)}{member.Property}";

    private static string ShortName(string type)
    {
        var start = type.LastIndexOfAny(['.', ':', '@']) + 1;
        return type.Substring(start);
    }
}
