using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>
/// Writes what the marshaller of an entity has beside it that is written in the form of an older version: what writes the current one, by which states are
/// compared, and the downcasters that updates call.
/// </summary>
internal static class OlderFormEmitter
{
    /// <summary>The struct inside of the marshaller that writes the current version.</summary>
    public const string Current = "Current";

    private const string Downcasters = "Downcasters";

    public static void Emit(SourceWriter writer, EntityModel entity, WrittenVersion written, CodecTypes codecs)
    {
        var version = Text.Number(entity.Version);
        writer.Line().Line($"/// <summary>Writes items of version {version}, in whose form nothing is stored yet, and reads those of all.</summary>");
        writer.Open($"public readonly struct {Current} : {Names.ItemMarshaller}<{entity.Type.FullName}>");
        writer.Line(Text.InheritDoc).Line($"public static string EntityName => {entity.MarshallerStruct}.EntityName;").Line();
        if (entity.Beginning is not null)
        {
            writer.Line(Text.InheritDoc).Line($"public static {Names.KeyBeginning}? Beginning => {entity.MarshallerStruct}.Beginning;").Line();
        }

        new ItemWriting(writer, entity, codecs).Emit(written: null);
        writer.Line().Line(Text.InheritDoc);
        writer.Line($"public static {entity.Type.FullName} Read(ref {Names.WireReader} reader) => {entity.MarshallerStruct}.Read(ref reader);").Close();
        var own = written.Members.Where(member => member.Update == WrittenUpdate.Whole)
            .SelectMany(member => written.From(member.Property)).Distinct().ToArray();
        if (own.Length > 0)
        {
            EmitDowncasters(writer, entity, own);
        }
    }

    private static void EmitDowncasters(SourceWriter writer, EntityModel entity, DowncasterModel[] downcasters)
    {
        writer.Line().Line("/// <summary>What updates that set a property store of it.</summary>");
        writer.Open($"public static class {Downcasters}");
        for (var i = 0; i < downcasters.Length; i++)
        {
            EmitDowncaster(i == 0 ? writer : writer.Line(), entity, downcasters[i]);
        }

        writer.Close();
    }

    private static void EmitDowncaster(SourceWriter writer, EntityModel entity, DowncasterModel downcaster)
    {
        var property = entity.Shape.Members.First(member => member.Property == downcaster.Properties[0]);
        var method = Text.Identifier(downcaster.Method);
        writer.Line($"/// <summary>The attribute <c>{Text.Xml(downcaster.Attribute)}</c> of version {Text.Number(entity.WrittenVersion)}.</summary>");
        writer.Line("/// <param name=\"value\">The value of the property.</param>");
        var access = downcaster.Reach == TypeReach.Anywhere ? "public" : "internal";
        writer.Line($"{access} static {ValueTypes.CSharp(downcaster.Value)} {method}({ValueTypes.CSharp(property.Value)} value) => "
            + $"{entity.Type.FullName}.{method}(value);");
    }
}
