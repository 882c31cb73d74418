using AutoResolve.Json;

namespace AutoResolve.Tests.Json;

public sealed class AuthoredJsonTests
{
    private const string Text = """
        {
          // The types.
          "types": { "a": "b", "a": 2.50 },
          "list": [null, true]
        }
        """;

    [Fact]
    public void Read_Object_GivesPropertiesWithTheirPlaces()
    {
        var root = AuthoredJson.Read("map.json", Text);

        var types = root.Properties![0].Value.Properties!;
        Assert.Equal(["map.json:3:14", "map.json:3:24"], types.Select(property => property.Position.ToString()));
        Assert.Equal(("b", null, "a text"), (types[0].Value.Text, types[0].Value.Number, types[0].Value.Kind));
        Assert.Equal((null, 2.5m, "2.50"), (types[1].Value.Text, types[1].Value.Number, types[1].Value.Raw));
    }

    [Fact]
    public void Read_List_GivesItems()
    {
        var list = AuthoredJson.Read("map.json", Text).Properties![1].Value;

        Assert.Null(list.Properties);
        Assert.Equal(["null", "true"], list.Items!.Select(item => item.Kind));
    }

    [Fact]
    public void Read_BrokenText_SaysWhereAndWhy()
    {
        var exception = Assert.Throws<AuthoredJsonException>(() => AuthoredJson.Read("map.json", "{ \"types\": }"));

        Assert.Equal(new FilePosition("map.json", 1, 12), exception.Position);
        Assert.Equal("The key 'types' has no value.", exception.Message);
    }
}
